import type { RunState } from '../../core/run/reducer.js';

/** How far a run is, and the training or validation under way; each 0..1. */
export interface RunFraction {
  run: number;
  phase: number;
}

/** @param epochs that the run has at most */
export function runFraction(
  { history, epoch, progress }: Pick<RunState, 'history' | 'epoch' | 'progress'>,
  epochs: number,
): RunFraction {
  const { step = 0, steps = 0, phase = 'train' } = progress ?? {};
  const part = steps > 0 ? step / steps : 0;
  const within = phase === 'train' ? part * trainShare : trainShare + part * (1 - trainShare);
  // Between the end of an epoch and the first step of the next one there is no progress.
  const underWay = epoch > history.length ? within : 0;
  return { run: epochs > 0 ? (history.length + underWay) / epochs : 0, phase: part };
}

/** Validation takes the last twentieth of an epoch, near enough for both engines. */
const trainShare = 0.95;
