import type { RunSummary } from '../host/protocol.js';
import type { RunView } from '../state/run-view.js';
import { duration } from '../ui/format.js';
import { type RowLike, span } from '../ui/rows.js';

/** What goes on when one leaves, and how to come back to it. */
export function leaveRows({ run, asked, latest }: RunView, waiting: number): RowLike[] {
  const epochs = (run.request ?? asked)?.settings.epochs ?? '?';
  const left = latest?.secondsLeft ?? Number.NaN;
  const time = Number.isFinite(left) ? `, about ${duration(left)} left` : '';
  const place = run.status === 'waiting' ? 'loading its data' : `epoch ${run.epoch} of ${epochs}`;
  const state =
    run.status === 'paused'
      ? `It stays paused at ${place}, until someone lets it go on.`
      : `It goes on without you: ${place}${time}.`;
  return [
    [span(run.id || 'The new run', 'strong')],
    state,
    ...(waiting > 0 ? [waitingWords(waiting)] : []),
    '',
    [span('digitscope', 'accent'), ' comes back to it; to follow it in lines:'],
    [span(`digitscope attach ${run.id || 'RUN'}`, 'accent')],
  ];
}

/** Said on the terminal that is left, in two lines. */
export function farewell({ run }: RunView): string {
  const state = run.status === 'paused' ? 'is paused' : 'goes on training';
  return `${run.id} ${state}. To come back to it: digitscope\nTo follow it in lines: digitscope attach ${run.id}`;
}

/** Runs that stand in the queue. */
export function countWaiting(runs: readonly RunSummary[] = []): number {
  return runs.filter(({ queued }) => queued !== undefined).length;
}

function waitingWords(waiting: number): string {
  return waiting === 1
    ? 'The run that waits behind it begins when it has ended.'
    : `The ${waiting} runs that wait behind it begin one after the other.`;
}
