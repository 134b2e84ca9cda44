import { expect, test } from 'vitest';
import { imageBytes } from '../../src/dataset/dataset.js';
import {
  acrossClasses,
  countCopies,
  countShared,
  countSharedBySplit,
  findDuplicates,
} from '../../src/dataset/duplicates.js';

/** A sample an entry: the grey of its one bright pixel, and its label. */
function samplesOf(entries: readonly (readonly [grey: number, label: number])[]) {
  const images = new Uint8Array(entries.length * imageBytes);
  entries.forEach(([grey], index) => {
    images[index * imageBytes + 100] = grey;
  });
  return { images, labels: Uint8Array.from(entries, ([, label]) => label) };
}

const samples = samplesOf([
  [1, 3],
  [2, 5],
  [1, 3],
  [9, 0],
  [2, 6],
  [1, 3],
]);

test('samples of the same pixels are found, in order', () => {
  const groups = findDuplicates(samples);
  expect(groups).toEqual([
    [0, 2, 5],
    [1, 4],
  ]);
  expect(countCopies(groups)).toBe(3);
});

test('the same pixels under two labels are told apart from mere copies', () => {
  expect(acrossClasses(findDuplicates(samples), samples.labels)).toEqual([[1, 4]]);
});

test('one pixel that differs by one is no copy', () => {
  expect(
    findDuplicates(
      samplesOf([
        [1, 3],
        [2, 3],
      ]),
    ),
  ).toEqual([]);
});

test('held-back samples with a copy that is trained on are counted', () => {
  const groups = findDuplicates(samples);
  expect(countSharedBySplit(groups, Uint32Array.of(2, 3), 6)).toBe(1);
  expect(countSharedBySplit(groups, Uint32Array.of(1, 4), 6)).toBe(0);
});

test('they are found wherever the pixels lie in memory', () => {
  const shifted = new Uint8Array(samples.images.length + 1).subarray(1);
  shifted.set(samples.images);
  expect(findDuplicates({ ...samples, images: shifted })).toEqual(findDuplicates(samples));
});

test('images of one source are found in another', () => {
  const others = samplesOf([
    [7, 1],
    [9, 4],
  ]);
  expect(countShared(others, samples)).toBe(1);
});
