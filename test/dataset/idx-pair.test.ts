import { expect, test } from 'vitest';
import { datasetFromIdx } from '../../src/dataset/idx-pair.js';
import { idxBytes } from './idx-bytes.js';

function pair(count: number, labels: readonly number[], side = 28) {
  const pixels = Array.from({ length: count * side * side }, (_, index) => index % 251);
  return [
    'some',
    { name: 'images', bytes: idxBytes([count, side, side], pixels) },
    { name: 'labels', bytes: idxBytes([labels.length], labels) },
  ] as const;
}

test('images and labels become a dataset', () => {
  const dataset = datasetFromIdx(...pair(2, [3, 9]));
  expect(dataset).toMatchObject({ source: 'some', format: 'idx', size: { width: 28, height: 28 } });
  expect([...dataset.labels]).toEqual([3, 9]);
  expect(dataset.images.length).toBe(2 * 784);
  expect(dataset.images[785]).toBe(785 % 251);
});

test.each([
  ['counts that disagree', pair(2, [1, 2, 3]), 'images has 2 images, but labels has 3 labels'],
  ['another size', pair(1, [1], 20), 'images holds images of 20x20'],
  ['a label that is no digit', pair(2, [1, 10]), 'labels has the label 10 at 1'],
])('%s is refused', (_, files, message) => {
  expect(() => datasetFromIdx(...files)).toThrow(message);
});
