import type { Analytics } from '../../state/analytics/analytics-store.js';
import type { RowLike } from '../../ui/rows.js';

/** What every view of Analytics is given; it draws an `AnalyticsFrame` with what it shows. */
export interface ViewProps {
  analytics: Analytics;
  status: RowLike;
  /** Called for Esc when it leaves nothing here. */
  onBack: () => void;
}
