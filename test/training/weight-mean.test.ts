import { expect, it } from 'vitest';
import { WeightMean } from '../../src/training/weight-mean.js';

it('is the mean of each tensor by itself', () => {
  const mean = new WeightMean();
  mean.add(new Map([['a', Float32Array.of(1, 2)]]));
  mean.add(new Map([['a', Float32Array.of(3, 6)]]));
  expect(mean.count).toBe(2);
  expect(mean.weights).toEqual(new Map([['a', Float32Array.of(2, 4)]]));
});

it('leaves the weights that it was given alone', () => {
  const given = new Map([['a', Float32Array.of(1)]]);
  const mean = new WeightMean();
  mean.add(given);
  mean.add(new Map([['a', Float32Array.of(5)]]));
  expect(given.get('a')).toEqual(Float32Array.of(1));
});
