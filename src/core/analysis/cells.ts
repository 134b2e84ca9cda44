import { type Answer, answersOf, type ScoredSamples } from './scored-samples.js';

/** Samples of one cell of the confusion matrix, the most confident answer first. */
export function samplesOfCell(samples: ScoredSamples, label: number, digit: number): number[] {
  const answers = answersOf(samples);
  return answers
    .flatMap((answer, index) =>
      samples.labels[index] === label && answer.digit === digit ? [index] : [],
    )
    .sort((a, b) => answers[b].confidence - answers[a].confidence);
}

/**
 * Indices of the samples that a model finds hardest: wrong answers, the most confident first, then
 * right ones, the least confident first.
 */
export function hardestSamples(samples: ScoredSamples, count: number): number[] {
  const ease = answersOf(samples).map(easeOf);
  return Array.from(ease.keys())
    .sort((a, b) => ease[a] - ease[b])
    .slice(0, count);
}

/** Samples with one label that were read as another digit. */
export interface ConfusedPair {
  label: number;
  digit: number;
  count: number;
}

/** The mistakes of a confusion matrix (labels in rows), the most frequent first, without empty cells. */
export function mostConfused(confusion: readonly (readonly number[])[]): ConfusedPair[] {
  return confusion
    .flatMap((row, label) => row.map((count, digit) => ({ label, digit, count })))
    .filter(({ label, digit, count }) => label !== digit && count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Below 0 where the answer is wrong, the less the more confident it is. */
function easeOf({ confidence, right }: Answer): number {
  return right ? confidence : -1 - confidence;
}
