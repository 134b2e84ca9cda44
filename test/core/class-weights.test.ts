import { expect, test } from 'vitest';
import { classWeights } from '../../src/core/class-weights.js';

function labelsOf(counts: readonly number[]): Uint8Array {
  return Uint8Array.from(counts.flatMap((count, digit) => Array<number>(count).fill(digit)));
}

test('all count for the same where there are as many of each digit', () => {
  expect(classWeights(labelsOf(Array<number>(10).fill(7)))).toEqual(Array<number>(10).fill(1));
});

test('are those of scikit-learn', () => {
  // compute_class_weight('balanced', classes=[0, 1, 7], y=[0]*6 + [1]*2 + [7]*1)
  const weights = classWeights(labelsOf([6, 2, 0, 0, 0, 0, 0, 1]));
  expect([weights[0], weights[1], weights[7]]).toEqual([0.5, 1.5, 3]);
  expect(weights[3]).toBe(1);
});

test('the mean over all samples is 1', () => {
  const labels = labelsOf([100, 3, 41, 0, 5, 77, 1, 20, 9, 8]);
  const weights = classWeights(labels);
  const sum = labels.reduce((total, label) => total + weights[label], 0);
  expect(sum / labels.length).toBeCloseTo(1, 12);
});
