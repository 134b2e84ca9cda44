import type { EpochRecord, RunState } from '../run/reducer.js';

/** The epoch with the lowest validation loss, and where it lies in its run. */
export interface BestEpoch {
  record: EpochRecord;
  /** Epochs that ended in all. */
  epochs: number;
  /** Epochs that ended after it, none of them better. */
  epochsAfter: number;
  /** Seconds of training until it had ended, its own included. */
  secondsUntil: number;
}

/** @returns undefined where no epoch has ended, or none with a loss that is a number */
export function bestEpochOf({
  history,
  best,
}: Pick<RunState, 'history' | 'best'>): BestEpoch | undefined {
  if (!best || !Number.isFinite(best.validation.loss)) return undefined;
  const until = history.filter(({ epoch }) => epoch <= best.epoch);
  return {
    record: best,
    epochs: history.length,
    epochsAfter: history.length - until.length,
    secondsUntil: until.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
