import type { LiveDemo } from '../../state/live/live-demo-store.js';
import type { Pad } from '../../state/live/pad-store.js';
import type { TrainingDemo } from '../../state/live/training-demo-store.js';
import type { RowLike } from '../../ui/rows.js';

/** What every demonstration is given; it draws a `Frame` with what it shows. */
export interface DemoViewProps {
  live: LiveDemo;
  /** The right end of the line of tabs. */
  status: RowLike;
  /** Back to the list. */
  onBack: () => void;
}

/** What the whole screen is given. */
export interface LiveDemoProps {
  live: LiveDemo;
  pad: Pad;
  trainingDemo: TrainingDemo;
  status: RowLike;
  /** Called for Esc when it leaves nothing here. */
  onBack: () => void;
  /** Opens Training's settings with a source. */
  onTrainOn: (source: string) => void;
}
