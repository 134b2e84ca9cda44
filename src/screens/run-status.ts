import type { RunsState } from '../state/run-store.js';
import { isUnderWay } from '../state/run-view.js';
import type { RowLike } from '../ui/rows.js';
import { span } from '../ui/rows.js';
import type { Glyphs } from '../ui/theme.js';

/** What trains now, for the line of tabs: `● epoch 3/50`. */
export function runStatus({ view }: Pick<RunsState, 'view'>, glyphs: Glyphs): RowLike {
  if (!isUnderWay(view)) return '';
  const epochs = (view.run.request ?? view.asked)?.settings.epochs;
  const words =
    view.run.status === 'waiting' ? 'loading data' : `epoch ${view.run.epoch}/${epochs ?? '?'}`;
  return [span(`${glyphs.dot} `, 'accent'), span(words)];
}
