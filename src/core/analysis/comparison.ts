import { type McNemar, mcNemar } from './mc-nemar.js';
import { type Answer, answersOf } from './scored-samples.js';

/** Two models' answers to the same samples. */
export interface Comparison {
  bothRight: number;
  onlyA: number;
  onlyB: number;
  neither: number;
  /** Whether the difference could be chance. */
  mcNemar: McNemar;
  /** Samples that only a reads right, b's most confident mistakes first. */
  onlyAIndices: number[];
  /** Samples that only b reads right, a's most confident mistakes first. */
  onlyBIndices: number[];
}

/**
 * @param labels n digits
 * @param a n rows of ten probabilities
 * @param b those of the other model, for the same samples
 */
export function compareAnswers(labels: Uint8Array, a: Float32Array, b: Float32Array): Comparison {
  const answersA = answersOf({ labels, probabilities: a });
  const answersB = answersOf({ labels, probabilities: b });
  const onlyAIndices = onlyRight(answersA, answersB);
  const onlyBIndices = onlyRight(answersB, answersA);
  const bothRight = answersA.filter(({ right }, index) => right && answersB[index].right).length;
  const onlyA = onlyAIndices.length;
  const onlyB = onlyBIndices.length;
  return {
    bothRight,
    onlyA,
    onlyB,
    neither: labels.length - bothRight - onlyA - onlyB,
    mcNemar: mcNemar(onlyA, onlyB),
    onlyAIndices,
    onlyBIndices,
  };
}

function onlyRight(one: readonly Answer[], other: readonly Answer[]): number[] {
  return one
    .flatMap(({ right }, index) => (right && !other[index].right ? [index] : []))
    .sort((a, b) => other[b].confidence - other[a].confidence);
}
