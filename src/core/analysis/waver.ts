import { mostLikely } from '../metrics.js';

/** The two digits that an answer wavers between. */
export interface Waver {
  /** The answer. */
  first: number;
  /** What it would have been otherwise. */
  second: number;
  /** How far the first one's probability is above the second's, 0..1. */
  margin: number;
}

/** @param probabilities ten values that sum to 1; of equals the lower digit comes first */
export function waverOf(probabilities: ArrayLike<number>): Waver {
  const first = mostLikely(probabilities);
  let second = first === 0 ? 1 : 0;
  for (let digit = second + 1; digit < probabilities.length; digit++) {
    if (digit !== first && probabilities[digit] > probabilities[second]) second = digit;
  }
  return { first, second, margin: probabilities[first] - probabilities[second] };
}
