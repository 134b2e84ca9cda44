import { isActive } from '../../core/run/reducer.js';
import type { RunSummary } from '../../host/protocol.js';

/** What a person calls a run. */
export function titleOf({ title, id }: Pick<RunSummary, 'title' | 'id'>): string {
  return title || id;
}

/** In the queue, where no other run has to end before it is one's turn it is not. */
export function isQueued({ queued }: Pick<RunSummary, 'queued'>): boolean {
  return queued !== undefined;
}

type Standing = Pick<RunSummary, 'status' | 'queued' | 'resumable'>;

/**
 * True from its start until it has ended; a run in the queue has not started, and one that was left paused and is only
 * a log now has to be resumed first.
 */
export function isGoing({ status, queued, resumable }: Standing): boolean {
  return isActive({ status }) && queued === undefined && resumable === undefined;
}

/** Only a log, whether it has ended or was left paused. */
export function isOver(run: Standing): boolean {
  return !isQueued(run) && !isGoing(run);
}

/** The run that the host is at work on. */
export function goingRun(runs: readonly RunSummary[] | undefined): RunSummary | undefined {
  return runs?.find(isGoing);
}

/** The runs that wait, the next one first. */
export function queueOf(runs: readonly RunSummary[] | undefined): readonly RunSummary[] {
  return (runs ?? [])
    .filter(isQueued)
    .sort(
      (a, b) => (a.queued ?? Number.POSITIVE_INFINITY) - (b.queued ?? Number.POSITIVE_INFINITY),
    );
}

/** The runs of a sweep, in the order that they come in. */
export function ofSweep(
  runs: readonly RunSummary[] | undefined,
  sweep: string,
): readonly RunSummary[] {
  return (runs ?? []).filter(({ request }) => request?.sweep === sweep);
}

/** Why a run cannot be put away; undefined where it can. */
export function whyNotRemoved(run: RunSummary | undefined): string | undefined {
  if (!run) return 'there is no run here';
  if (isQueued(run)) return 'it waits for its turn: W opens the queue, d there takes it out';
  return isGoing(run) ? 'it is under way: Enter opens it, s there stops it' : undefined;
}

/** Why a run cannot go on from where it was saved; undefined where it can. */
export function whyNotResumed(
  run: RunSummary | undefined,
  runs: readonly RunSummary[] | undefined,
): string | undefined {
  if (!run) return 'there is no run here';
  if (isQueued(run)) return 'it has not begun: it waits for its turn';
  if (isGoing(run)) return 'it is under way';
  if (!run.resumable) {
    return run.status === 'completed'
      ? 'it has run all its epochs: a fills in another like it'
      : 'nothing was saved that it could go on from: a fills in another like it';
  }
  const going = goingRun(runs);
  return going && `${titleOf(going)} is under way: one run at a time`;
}
