import type { RunEventOf } from '../core/run/event.js';
import type { RunState } from '../core/run/reducer.js';

/** How a run ends that its host died in, for whoever watched: its log cannot tell. @param at ms since 1970 */
export function hostLostEvent({ id, saved }: RunState, at: number): RunEventOf<'failed'> {
  return {
    type: 'failed',
    at,
    run: id,
    reason: 'the host ended during the run',
    remedy: saved ? 'R resumes it from what was saved' : 'start it again, nothing of it was saved',
  };
}
