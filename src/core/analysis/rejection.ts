import { toPrediction } from '../prediction.js';
import { answerOf, probabilitiesOf, type ScoredSamples } from './scored-samples.js';

/** What holding answers back costs and brings, on samples that no weights were trained on. */
export interface RejectionPoint {
  /** Answers above it are held back; of `notADigit`, 0..1. */
  threshold: number;
  /** Share of the digits whose answer is kept, 0..1. */
  coverage: number;
  /** Share of right answers of those kept, 0..1; 0 where none is. */
  accuracy: number;
  /** Share of what is not a digit that is held back, 0..1. */
  heldBack: number;
}

/** How well answers tell digits from what is none. */
export interface Rejection {
  /** The one that is used, unless a person wants another. */
  threshold: number;
  /** Samples of either kind that the curve was measured on. */
  digits: number;
  nonDigits: number;
  /** From the lowest threshold to the highest. */
  curve: RejectionPoint[];
}

/** What a person steps through. */
export const rejectionSteps = Array.from({ length: 19 }, (_, step) => (step + 1) / 20);

/** Share of digits that the chosen threshold keeps at least: to be asked about one in fifty is bearable. */
const leastCoverage = 0.98;

/**
 * Measures what each threshold does, and chooses the lowest that keeps enough of the digits: it holds
 * back the most of the others.
 *
 * @param nonDigits m rows of ten probabilities
 */
export function judgeRejection(digits: ScoredSamples, nonDigits: Float32Array): Rejection {
  const answers = Array.from(digits.labels, (_, index) => ({
    doubt: doubtOf(probabilitiesOf(digits, index)),
    right: answerOf(digits, index).right,
  }));
  const others = Array.from({ length: nonDigits.length / 10 }, (_, index) =>
    doubtOf(nonDigits.subarray(index * 10, index * 10 + 10)),
  );
  const curve = rejectionSteps.map((threshold): RejectionPoint => {
    const kept = answers.filter(({ doubt }) => !(doubt > threshold));
    return {
      threshold,
      coverage: share(kept.length, answers.length),
      accuracy: share(kept.filter(({ right }) => right).length, kept.length),
      heldBack: share(others.filter((doubt) => doubt > threshold).length, others.length),
    };
  });
  const chosen = curve.find(({ coverage }) => coverage >= leastCoverage) ?? curve[curve.length - 1];
  return { threshold: chosen.threshold, digits: answers.length, nonDigits: others.length, curve };
}

/** The point of the curve that is nearest to a threshold. */
export function rejectionAt({ curve }: Rejection, threshold: number): RejectionPoint {
  const away = (point: RejectionPoint) => Math.abs(point.threshold - threshold);
  return curve.reduce((nearest, next) => (away(next) < away(nearest) ? next : nearest));
}

function doubtOf(probabilities: Float32Array): number {
  return toPrediction(probabilities).notADigit;
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
