import { type Answer, answersOf, probabilitiesOf, type ScoredSamples } from './scored-samples.js';

/** Samples whose answer has a confidence in (`from`, `to`]; the lowest bin holds 0 as well. */
export interface CalibrationBin {
  from: number;
  to: number;
  count: number;
  /** Mean confidence of the answers, 0..1; NaN where the bin is empty. */
  confidence: number;
  /** Share of right answers, 0..1; NaN where the bin is empty. */
  accuracy: number;
}

/** How far confidence can be taken at its word. */
export interface Calibration {
  /** Of equal width, from 0 to 1. */
  bins: CalibrationBin[];
  /** Mean distance of confidence and accuracy, bins weighed by their samples; NaN without samples. */
  expectedError: number;
  /** The largest such distance of a bin; NaN without samples. */
  largestError: number;
  /** Mean squared distance of the ten probabilities from the label's, 0..2; NaN without samples. */
  brier: number;
}

/**
 * Expected and largest calibration error by equal-width bins of the answer's confidence (Naeini,
 * Cooper and Hauskrecht 2015; Guo et al. 2017, eq. 3 and 5), and the Brier score of all ten digits
 * (Brier 1950).
 */
export function calibrate(samples: ScoredSamples, bins = 10): Calibration {
  const answers = answersOf(samples);
  const filled = fillBins(answers, bins);
  const used = filled.filter((bin) => bin.count > 0);
  const distances = used.map((bin) => Math.abs(bin.confidence - bin.accuracy));
  const weighed = distances.reduce((sum, distance, index) => sum + distance * used[index].count, 0);
  return {
    bins: filled,
    expectedError: weighed / answers.length,
    largestError: used.length > 0 ? Math.max(...distances) : Number.NaN,
    brier: brierSum(samples) / answers.length,
  };
}

function fillBins(answers: readonly Answer[], bins: number): CalibrationBin[] {
  const counts = new Float64Array(bins);
  const confidences = new Float64Array(bins);
  const rights = new Float64Array(bins);
  for (const { confidence, right } of answers) {
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
    counts[bin]++;
    confidences[bin] += confidence;
    if (right) rights[bin]++;
  }
  return Array.from(counts, (count, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count,
    confidence: confidences[bin] / count,
    accuracy: rights[bin] / count,
  }));
}

function brierSum(samples: ScoredSamples): number {
  let sum = 0;
  samples.labels.forEach((label, index) => {
    probabilitiesOf(samples, index).forEach((probability, digit) => {
      sum += (probability - (digit === label ? 1 : 0)) ** 2;
    });
  });
  return sum;
}
