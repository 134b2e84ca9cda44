import { expect, test } from 'vitest';
import { createRandom, shuffle } from '../../src/core/random.js';

function first(count: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.uniform());
}

test('the same seed gives the same numbers', () => {
  expect(first(5, 42)).toEqual(first(5, 42));
});

test('seeds next to each other give unrelated numbers', () => {
  const [a, b] = [first(1000, 1), first(1000, 2)];
  const covariance = a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i] - 0.5), 0) / 1000;
  expect(Math.abs(covariance)).toBeLessThan(0.01);
});

test('uniform numbers fill 0 to 1 evenly', () => {
  const tenths = Array<number>(10).fill(0);
  for (const value of first(10_000, 3)) tenths[Math.floor(value * 10)]++;
  for (const count of tenths) expect(count).toBeGreaterThan(900);
  for (const count of tenths) expect(count).toBeLessThan(1100);
});

test('whole numbers stay below their limit and reach all of it', () => {
  const random = createRandom(5);
  const seen = new Set(Array.from({ length: 200 }, () => random.below(3)));
  expect([...seen].sort()).toEqual([0, 1, 2]);
});

test('a shuffle keeps every value and gives the same array back', () => {
  const values = Uint32Array.from({ length: 100 }, (_, index) => index);
  const shuffled = shuffle(values, createRandom(9));
  expect(shuffled).toBe(values);
  expect([...values]).not.toEqual(Array.from({ length: 100 }, (_, index) => index));
  expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
});

test('a shuffle puts each value into each place equally often', () => {
  const random = createRandom(11);
  const places = [0, 0, 0];
  for (let round = 0; round < 3000; round++) places[shuffle([7, 8, 9], random).indexOf(7)]++;
  for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(100);
});
