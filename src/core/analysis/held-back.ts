import { answersOf, type ScoredSamples } from './scored-samples.js';

/**
 * Indices of the samples that a threshold of confidence does not serve: wrong answers that it keeps, then answers that
 * it holds back; of each the most confident first.
 */
export function unservedSamples(samples: ScoredSamples, threshold: number): number[] {
  const answers = answersOf(samples);
  const isKept = (index: number) => answers[index].confidence >= threshold;
  const surest = Array.from(answers.keys()).sort(
    (a, b) => answers[b].confidence - answers[a].confidence,
  );
  const wrong = surest.filter((index) => isKept(index) && !answers[index].right);
  return [...wrong, ...surest.filter((index) => !isKept(index))];
}
