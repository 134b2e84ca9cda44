import { expect, it } from 'vitest';
import { smoothPoints } from '../../../src/ui/components/smoothing.js';

const smooth = (values: number[], weight: number) =>
  smoothPoints(
    values.map((y, x) => ({ x, y })),
    weight,
  ).map(({ y }) => Number(y.toFixed(4)));

// By hand, for a weight of 0.5: the average 0.5a + 0.25b … over the sum of its weights.
it.each([
  [[4, 4, 4], 0.9, [4, 4, 4]],
  [[1, 0, 0], 0.5, [1, 0.3333, 0.1429]],
  [[0, 3], 0.5, [0, 2]],
  [[0, 10], 0.6, [0, 6.25]],
  [[3, 1, 2], 0, [3, 1, 2]],
  [[], 0.6, []],
])('%j with a weight of %d is drawn as %j', (values, weight, expected) => {
  expect(smooth(values, weight)).toEqual(expected);
});

it('keeps a gap, which does not move the average', () => {
  expect(smooth([1, Number.NaN, 0], 0.5)).toEqual([1, Number.NaN, 0.3333]);
  expect(smooth([Number.NaN, 2], 0.9)).toEqual([Number.NaN, 2]);
});

it('keeps each x', () => {
  expect(smoothPoints([{ x: 7, y: 1 }], 0.6)).toEqual([{ x: 7, y: 1 }]);
});
