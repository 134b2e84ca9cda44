import type { RunSummary } from '../../../host/protocol.js';
import type { HistoryState, ShownRuns } from '../../../state/runs/history-state.js';
import { isQueued, whyNotRemoved, whyNotResumed } from '../../../state/runs/run-facts.js';
import { typingFirst } from '../../../ui/keys/key-focus.js';
import type { Action } from '../../../ui/keys/key-table.js';
import type { Availability } from '../../../ui/keys/keys.js';

/** What the keys of the list can do now, or the reason why not. */
export function historyAvailability(
  { selected, rows }: Pick<ShownRuns, 'selected' | 'rows'>,
  { line, marked, removed, order, filter }: HistoryState,
  runs: readonly RunSummary[] | undefined,
): Availability {
  if (line !== 'closed') {
    return Object.fromEntries(takenByLine.map((action) => [action, typingFirst]));
  }
  const none = !selected && (filter === '' ? noRuns : 'the filter leaves no run');
  const isMarked = selected !== undefined && marked.includes(selected.id);
  return {
    'open-run': none || true,
    'mark-run': none || (selected && isQueued(selected) && noCurve) || marks(isMarked),
    'compare-runs': marked.length >= 2 || whyNotCompared(marked.length),
    'rename-run': none || true,
    'note-run': none || true,
    'like-run': none || (selected?.request ? true : 'nothing tells what it was asked for'),
    'remove-run': none || (whyNotRemoved(selected) ?? true),
    'resume-run': none || (whyNotResumed(selected, runs) ?? true),
    'open-sweep': none || (selected?.request?.sweep ? true : 'it is no part of a sweep'),
    'undo-remove': removed.length > 0 || 'nothing has been deleted since the app was opened',
    'order-runs': rows.length > 1 ? { does: `order (${order})` } : 'there is nothing to sort',
    'filter-runs': filter !== '' || !none || noRuns,
  };
}

const noRuns = 'there is no run yet: r in the settings starts one';
const noCurve = 'it waits for its turn: it has no curve yet';

function marks(isMarked: boolean): true | { does: string } {
  return isMarked ? { does: 'take the mark away' } : true;
}

function whyNotCompared(count: number): string {
  return count === 0
    ? 'mark two runs or more with Space first'
    : 'one is marked: mark another with Space';
}

const takenByLine: readonly Action[] = [
  'open-run',
  'mark-run',
  'compare-runs',
  'rename-run',
  'note-run',
  'like-run',
  'remove-run',
  'resume-run',
  'open-sweep',
  'undo-remove',
  'order-runs',
  'filter-runs',
  'open-queue',
  'help',
  'leave',
];
