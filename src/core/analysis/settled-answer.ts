import { mostLikely } from '../metrics.js';

/** What an image is read as along the epochs, in words of their last one. */
export interface SettledAnswer {
  /** After the last epoch. */
  digit: number;
  /** The epoch from which on it is read like that. */
  from: number;
  /** What else it was read as before, in the order of the epochs. */
  before: readonly number[];
}

/** @param points epochs in order, each with ten probabilities; @returns undefined without any */
export function settledAnswer(
  points: readonly { epoch: number; probabilities: readonly number[] }[],
): SettledAnswer | undefined {
  const answers = points.map(({ epoch, probabilities }) => ({
    epoch,
    digit: mostLikely(probabilities),
  }));
  const last = answers.at(-1);
  if (!last) return undefined;
  const change = answers.findLastIndex(({ digit }) => digit !== last.digit);
  const before = new Set(answers.slice(0, change + 1).map(({ digit }) => digit));
  return { digit: last.digit, from: answers[change + 1].epoch, before: [...before] };
}
