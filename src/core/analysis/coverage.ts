import { answersOf, type ScoredSamples } from './scored-samples.js';

/** What is left where answers below a confidence are refused. */
export interface CoveragePoint {
  /** Answers with at least this confidence are kept. */
  threshold: number;
  /** Share of the samples whose answer is kept, 0..1; NaN without samples. */
  coverage: number;
  /** Share of right answers of those kept, 0..1; NaN where none is kept. */
  accuracy: number;
  kept: number;
  /** Wrong answers of those kept. */
  wrong: number;
}

/** Points along each of the two axes, where there are more than fit. */
const pointsPerAxis = 100;

/**
 * What each threshold keeps (a risk-coverage curve, El-Yaniv and Wiener 2010), from the lowest
 * threshold, which keeps all, to the highest; at most 200 points. Those left out lie between others
 * both in threshold and in coverage: the confidences of a good model crowd just below 1.
 */
export function coverageCurve(samples: ScoredSamples): CoveragePoint[] {
  const answers = answersOf(samples).sort((a, b) => b.confidence - a.confidence);
  const curve: CoveragePoint[] = [];
  let wrong = 0;
  answers.forEach(({ confidence, right }, index) => {
    if (!right) wrong++;
    if (answers[index + 1]?.confidence === confidence) return;
    curve.push(toPoint(confidence, index + 1, wrong, answers.length));
  });
  return thinned(curve.reverse());
}

/** What one threshold keeps. */
export function coverageAt(samples: ScoredSamples, threshold: number): CoveragePoint {
  const kept = answersOf(samples).filter(({ confidence }) => confidence >= threshold);
  const wrong = kept.filter(({ right }) => !right).length;
  return toPoint(threshold, kept.length, wrong, samples.labels.length);
}

function toPoint(threshold: number, kept: number, wrong: number, count: number): CoveragePoint {
  return { threshold, coverage: kept / count, accuracy: (kept - wrong) / kept, kept, wrong };
}

function thinned(curve: CoveragePoint[]): CoveragePoint[] {
  if (curve.length <= 2 * pointsPerAxis) return curve;
  const chosen = new Set([
    ...evenlySpread(curve, (point) => point.threshold),
    ...evenlySpread(curve, (point) => -point.kept),
  ]);
  return curve.filter((_, index) => chosen.has(index));
}

/** @returns indices of points whose values lie about evenly; values never fall along the curve */
function evenlySpread(curve: CoveragePoint[], measure: (point: CoveragePoint) => number): number[] {
  const first = measure(curve[0]);
  const range = measure(curve[curve.length - 1]) - first;
  let index = 0;
  return Array.from({ length: pointsPerAxis }, (_, step) => {
    const share = step / (pointsPerAxis - 1);
    while (index < curve.length - 1 && measure(curve[index]) < first + share * range) index++;
    return index;
  });
}
