import type { RunSummary } from '../../host/protocol.js';
import { filterRuns } from './run-filter.js';
import { inOrder, type RunOrder } from './run-order.js';

export interface HistoryState {
  /** The run that the keys act on; the first where it is not in the list. */
  selected?: string;
  /** Runs to compare, in the order that they were marked. */
  marked: readonly string[];
  order: RunOrder;
  filter: string;
  /** What is typed now: a filter, or the title or note of the selected run. */
  line: 'closed' | 'filter' | 'title' | 'note';
  /** The title or note as it is typed. */
  typed: string;
  /** What was put away and can be brought back, the last one last. */
  removed: readonly { id: string; title: string }[];
}

export const firstHistory: HistoryState = {
  marked: [],
  order: 'newest',
  filter: '',
  line: 'closed',
  typed: '',
  removed: [],
};

export interface ShownRuns {
  rows: readonly RunSummary[];
  /** The place of the selected one, 0 where there is none. */
  index: number;
  selected: RunSummary | undefined;
}

/** The runs as they are filtered and sorted. */
export function shownRuns(
  runs: readonly RunSummary[] | undefined,
  { selected, order, filter }: Pick<HistoryState, 'selected' | 'order' | 'filter'>,
): ShownRuns {
  const rows = inOrder(filterRuns(runs ?? [], filter), order);
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === selected),
  );
  return { rows, index, selected: rows[index] };
}
