import { mostLikely } from './metrics.js';

export type ConfidenceStatus = 'High' | 'Medium' | 'Low';

/** What the network answers for one 28x28 image. */
export interface Prediction {
  digit: number;
  /** Probability of `digit`, 0..1. */
  confidence: number;
  /** Ten values that sum to 1. */
  probabilities: number[];
  status: ConfidenceStatus;
  /** How far the answer is from certain, 0..1: the entropy of the probabilities over its largest. */
  notADigit: number;
  /** True where the answer should not be trusted at all. */
  rejected: boolean;
}

/** Where nothing better is known: above it an answer is no better than a guess between several digits. */
export const usualRejection = 0.6;

/**
 * @param probabilities ten values that sum to 1
 * @param rejectAbove answers whose `notADigit` is above it are rejected, 0..1
 */
export function toPrediction(
  probabilities: ArrayLike<number>,
  rejectAbove = usualRejection,
): Prediction {
  const digit = mostLikely(probabilities);
  const confidence = probabilities[digit];
  const notADigit = normalisedEntropy(probabilities);
  return {
    digit,
    confidence,
    probabilities: Array.from(probabilities),
    status: confidenceStatus(confidence),
    notADigit,
    rejected: notADigit > rejectAbove,
  };
}

/** High above 0.8, Medium above 0.5, else Low. */
export function confidenceStatus(confidence: number): ConfidenceStatus {
  if (confidence > 0.8) return 'High';
  return confidence > 0.5 ? 'Medium' : 'Low';
}

/** Totals of several predictions. */
export interface PredictionTotals {
  count: number;
  /** NaN where there is none. */
  averageConfidence: number;
  /** Pictures read as each digit. */
  distribution: number[];
  statuses: Record<ConfidenceStatus, number>;
}

export function totalPredictions(
  predictions: readonly Pick<Prediction, 'digit' | 'confidence' | 'status'>[],
): PredictionTotals {
  const totals: PredictionTotals = {
    count: predictions.length,
    averageConfidence: Number.NaN,
    distribution: Array<number>(10).fill(0),
    statuses: { High: 0, Medium: 0, Low: 0 },
  };
  let sum = 0;
  for (const { digit, confidence, status } of predictions) {
    sum += confidence;
    totals.distribution[digit]++;
    totals.statuses[status]++;
  }
  return { ...totals, averageConfidence: sum / predictions.length };
}

/** Shannon entropy over that of ten equal probabilities: 0 is certain, 1 is a blind guess. */
function normalisedEntropy(probabilities: ArrayLike<number>): number {
  let entropy = 0;
  for (const probability of Array.from(probabilities)) {
    if (probability > 0) entropy -= probability * Math.log(probability);
  }
  return Math.min(1, entropy / Math.log(10));
}
