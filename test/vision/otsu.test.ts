import { expect, test } from 'vitest';
import { highest, histogramOf } from '../../src/vision/histogram.js';
import { otsuLevel } from '../../src/vision/otsu.js';

test.each([
  ['two values are parted halfway', [10, 10, 10, 200, 200], 104],
  ['a few light values are parted from many dark ones', [...Array(99).fill(20), 220], 119],
  ['the wider gap wins', [10, 20, 30, 150, 160], 89],
])('%s', (_, values, level) => {
  expect(otsuLevel(histogramOf(Uint8Array.from(values)))).toBe(level);
});

test.each([
  ['the largest', 0, 90],
  ['what one in ten reach', 0.1, 90],
  ['what half reach', 0.5, 50],
  ['the smallest', 1, 0],
])('%s of ten values', (_, share, value) => {
  const values = Uint8Array.from([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(highest(histogramOf(values), share)).toBe(value);
});
