import { expect, test } from 'vitest';
import { meanStrokeWidth } from '../../src/vision/stroke-width.js';
import { ring, sheet } from './drawing.js';

test.each([4, 10, 20])('a ring drawn %i wide is measured so, to a tenth', (stroke) => {
  const { pixels, width, height } = sheet(ring(100, 100, 60, stroke), { paper: () => 1, ink: 0 });
  const mask = pixels.map((value) => 1 - value);
  expect(meanStrokeWidth(mask, { width, height }) / stroke).toBeGreaterThan(0.9);
  expect(meanStrokeWidth(mask, { width, height }) / stroke).toBeLessThan(1.1);
});
