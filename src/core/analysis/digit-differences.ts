import { evaluatePredictions } from '../metrics.js';

/** How two models do on the samples of one digit. */
export interface DigitDifference {
  digit: number;
  /** Samples with this label. */
  count: number;
  /** Shares read right, 0..1; NaN where there are no samples. */
  a: number;
  b: number;
}

/** @param labels n digits; @param a n rows of ten probabilities; @param b those of the other model */
export function digitDifferences(
  labels: Uint8Array,
  a: Float32Array,
  b: Float32Array,
): DigitDifference[] {
  const [ofA, ofB] = [a, b].map((answers) => evaluatePredictions(labels, answers).perClass);
  return ofA.map(({ digit, count, recall }) => ({ digit, count, a: recall, b: ofB[digit].recall }));
}
