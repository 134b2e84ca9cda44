import { mostLikely } from '../metrics.js';

/** Labelled samples with what a model answers to each of them. */
export interface ScoredSamples {
  /** n digits, 0..9. */
  labels: Uint8Array;
  /** n rows of ten, each summing to 1. */
  probabilities: Float32Array;
}

/** What a model answers to one sample. */
export interface Answer {
  digit: number;
  /** Probability of `digit`, 0..1; 0 where a network that diverged answers no number. */
  confidence: number;
  right: boolean;
}

export function answerOf(samples: ScoredSamples, index: number): Answer {
  const row = probabilitiesOf(samples, index);
  const digit = mostLikely(row);
  const confidence = Number.isNaN(row[digit]) ? 0 : row[digit];
  return { digit, confidence, right: digit === samples.labels[index] };
}

/** The answers to all samples, in their order. */
export function answersOf(samples: ScoredSamples): Answer[] {
  return Array.from(samples.labels, (_, index) => answerOf(samples, index));
}

/** The ten probabilities of one sample: a view, not a copy. */
export function probabilitiesOf({ probabilities }: ScoredSamples, index: number): Float32Array {
  return probabilities.subarray(index * 10, index * 10 + 10);
}
