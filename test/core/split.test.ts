import { expect, test } from 'vitest';
import { stratifiedSplit } from '../../src/core/split.js';
import { countPerClass } from '../../src/dataset/dataset.js';

function labelsOf(counts: readonly number[]): Uint8Array {
  return Uint8Array.from(counts.flatMap((count, digit) => Array<number>(count).fill(digit)));
}

function countsOf(labels: Uint8Array, indices: Uint32Array): number[] {
  return countPerClass(Uint8Array.from(indices, (index) => labels[index]));
}

const each = (count: number) => Array<number>(10).fill(count);

test.each([
  ['every digit keeps its share', each(100), 0.2, each(20)],
  [
    'digits that are rare stay rare',
    [10, 1000, ...Array<number>(8).fill(100)],
    0.3,
    [3, 300, ...Array<number>(8).fill(30)],
  ],
  ['two samples are one on each side', each(2), 0.1, each(1)],
  ['two samples are one on each side of a large split too', each(2), 0.5, each(1)],
  ['a single sample is trained on', each(1), 0.5, each(0)],
  [
    'a digit that is missing stays missing',
    [0, ...Array<number>(9).fill(10)],
    0.2,
    [0, ...Array<number>(9).fill(2)],
  ],
])('%s', (_, counts, share, held) => {
  const labels = labelsOf(counts);
  const { train, validation } = stratifiedSplit(labels, share, 42);
  expect(countsOf(labels, validation)).toEqual(held);
  expect(countsOf(labels, train)).toEqual(counts.map((count, digit) => count - held[digit]));
});

test('every sample is on exactly one side', () => {
  const { train, validation } = stratifiedSplit(labelsOf(each(37)), 0.2, 1);
  const all = [...train, ...validation].sort((a, b) => a - b);
  expect(all).toEqual(Array.from({ length: 370 }, (_, index) => index));
});

test('the same seed gives the same split, another seed another', () => {
  const labels = labelsOf(each(50));
  expect(stratifiedSplit(labels, 0.2, 7)).toEqual(stratifiedSplit(labels, 0.2, 7));
  expect(stratifiedSplit(labels, 0.2, 7)).not.toEqual(stratifiedSplit(labels, 0.2, 8));
});

test('digits come mixed, not one after another', () => {
  const labels = labelsOf(each(50));
  const { train } = stratifiedSplit(labels, 0.2, 7);
  expect(new Set([...train.subarray(0, 40)].map((index) => labels[index])).size).toBeGreaterThan(6);
});
