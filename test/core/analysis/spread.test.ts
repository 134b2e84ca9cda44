import { expect, it } from 'vitest';
import { spreadOf } from '../../../src/core/analysis/spread.js';

it('says how measured times lie', () => {
  expect(spreadOf([5, 1, 2, 4, 3])).toEqual({
    count: 5,
    median: 3,
    mean: 3,
    p5: 1.2,
    p95: 4.8,
    lowest: 1,
    highest: 5,
  });
});

it('takes one value, and none', () => {
  expect(spreadOf([7])).toMatchObject({ median: 7, mean: 7, p5: 7, p95: 7, lowest: 7, highest: 7 });
  expect(spreadOf([])).toMatchObject({ count: 0, median: Number.NaN, mean: Number.NaN });
});

it('leaves out what was not measured', () => {
  expect(spreadOf([Number.NaN, 2, Number.POSITIVE_INFINITY, 10])).toMatchObject({
    count: 2,
    median: 6,
  });
});
