import { expect, it } from 'vitest';
import { waverOf } from '../../../src/core/analysis/waver.js';

it.each([
  [[0.1, 0.5, 0.25, 0, 0, 0, 0, 0, 0, 0.15], { first: 1, second: 2, margin: 0.25 }],
  [[0.75, 0.25, 0, 0, 0, 0, 0, 0, 0, 0], { first: 0, second: 1, margin: 0.5 }],
  [Array<number>(10).fill(0.1), { first: 0, second: 1, margin: 0 }],
  [Array<number>(10).fill(Number.NaN), { first: 0, second: 1, margin: Number.NaN }],
])('%j', (probabilities, expected) => {
  expect(waverOf(probabilities)).toEqual(expected);
});
