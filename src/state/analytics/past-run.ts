import { emptyRun, isActive, type RunState, reduceRun } from '../../core/run/reducer.js';
import type { RunSummary } from '../../host/protocol.js';
import type { Host } from '../host-connection.js';

/** What the log of a run says. @throws a Problem where its log is gone */
export async function readPastRun(
  host: Pick<Host, 'attachRun'>,
  { id, status }: Pick<RunSummary, 'id' | 'status'>,
): Promise<RunState> {
  const { events } = await host.attachRun(id);
  const run = events.reduce(reduceRun, emptyRun(id));
  const isInterrupted = status === 'failed' && isActive(run);
  return isInterrupted ? interrupted(run) : run;
}

/** The host has told that nobody is at work on it any more, which its log cannot know. */
export function interrupted(run: RunState): RunState {
  const kept = run.best
    ? `its best weights so far are those of epoch ${run.best.epoch}`
    : 'no epoch had ended, so it has no weights';
  return {
    ...run,
    status: 'failed',
    reason: `interrupted: the host ended during the run; ${kept}`,
    progress: undefined,
  };
}
