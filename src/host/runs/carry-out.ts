import { errorLine, Problem } from '../../core/problem.js';
import type { RunEvent } from '../../core/run/event.js';
import type { ActiveRun } from './active-run.js';
import { performRun, type RunServices } from './perform-run.js';
import { StateFile } from './saved-state.js';
import { stoppedEarly } from './summary.js';

/** Performs a run and tells what happens, up to an end that is told in any case. */
export async function carryOut(active: ActiveRun, services: RunServices): Promise<void> {
  try {
    for await (const event of performRun(active, services)) {
      await active.tell(event);
      if (event.type === 'completed') await StateFile.removeFrom(active.log.folder);
    }
  } catch (error) {
    // Where there is no room even for this, the log has no end: it can be resumed all the same.
    await active.tell(endingOf(active, error)).catch((unwritten) => console.error(unwritten));
    if (!(error instanceof Problem) && !active.control.signal.aborted) console.error(error);
  } finally {
    await active.log.close();
  }
}

function endingOf({ id, control }: ActiveRun, error: unknown): RunEvent {
  const at = Date.now();
  if (control.signal.aborted) return stoppedEarly(id, { at, by: control.ending?.by });
  return { type: 'failed', at, run: id, ...toFailure(error) };
}

function toFailure(error: unknown): { reason: string; remedy: string } {
  return error instanceof Problem
    ? { reason: error.message, remedy: error.remedy }
    : { reason: errorLine(error), remedy: 'this is a defect, please report it' };
}
