import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formVersion } from '../../src/vision/form-version.js';
import { normalise } from '../../src/vision/normalise.js';
import { block, either, ring, sheet } from './drawing.js';

const seven = either(
  block(60, 50, 70, 12),
  (x, y) => y >= 50 && y < 150 && Math.abs(x - (128 - (y - 50) * 0.45)) < 6,
);

/** Pictures that every stage has something to do for. */
const pictures = [
  sheet(seven),
  sheet(seven, { paper: (x, y) => 240 - 0.4 * x - 0.2 * y, grain: 4 }),
  sheet(either(seven, block(0, 180, 200, 2)), { width: 512, height: 400, grain: 2 }),
  sheet(ring(300, 200, 60, 6), { width: 512, height: 512, grain: 10 }),
  sheet(ring(14, 14, 8, 3), { width: 28, height: 28, paper: () => 255, ink: 0 }),
  sheet(block(13, 4, 3, 20), { width: 28, height: 28, paper: () => 20, ink: 12 }),
  sheet(block(50, 0, 100, 200), { paper: () => 255, ink: 0 }),
  sheet(ring(8, 8, 5, 2), { width: 16, height: 16 }),
];

test('packed sources are made anew where the stages make another 28x28: see form-version.ts', () => {
  const hash = createHash('sha256');
  for (const picture of pictures) hash.update(normalise(picture).image);
  expect({ formVersion, pixels: hash.digest('hex').slice(0, 16) }).toEqual({
    formVersion: 1,
    pixels: 'a1c1648f130a0d92',
  });
});
