import type { LiveDemo } from '../../state/live/live-demo-store.js';
import type { RowLike } from '../../ui/rows.js';

/** What every demonstration is given; it draws a `Frame` with what it shows. */
export interface DemoViewProps {
  live: LiveDemo;
  /** The right end of the line of tabs. */
  status: RowLike;
  /** Back to the list. */
  onBack: () => void;
}
