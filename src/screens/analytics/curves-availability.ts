import { isActive } from '../../core/run/reducer.js';
import type { RunHistory } from '../../state/analytics/analytics-store.js';
import type { Action } from '../../ui/keys/key-table.js';
import type { Availability } from '../../ui/keys/keys.js';
import { chartsOnStage } from '../stage/charts-on-stage.js';
import type { Charts } from '../training/use-charts.js';

const chartKeys = [
  'earlier-epoch',
  'later-epoch',
  'first-epoch',
  'last-epoch',
  'chart-below',
  'chart-above',
  'enlarge',
  'toggle-log',
  'smooth',
  'toggle-recent',
] as const satisfies readonly Action[];

/** What the keys of Curves can do now, or the reason why not. */
export function curvesAvailability(
  history: RunHistory,
  charts: Pick<Charts, 'availability'>,
  stage: 'on' | 'off',
): Availability {
  if (history.status !== 'ready') return all(reasons[history.status]);
  const { run } = history;
  if (run.history.length === 0 && !isActive(run)) return all('no epoch was finished');
  if (stage === 'off') return charts.availability;
  const reason = chartsOnStage.enlarge;
  return { ...chartsOnStage, 'chart-below': reason, 'chart-above': reason };
}

const reasons = {
  none: 'a model without its run has no curves',
  loading: 'the log of the run is being read',
  failed: 'the log of the run cannot be read',
} as const;

function all(reason: string): Availability {
  return Object.fromEntries(chartKeys.map((action) => [action, reason]));
}
