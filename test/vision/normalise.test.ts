import { expect, test } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { invertGrey } from '../../src/vision/grey-image.js';
import { massCentre } from '../../src/vision/mass-centre.js';
import { normalise } from '../../src/vision/normalise.js';
import { block, either, ring, sheet } from './drawing.js';

test("MNIST's own images pass untouched", async () => {
  const { images } = await loadDataset('mnist:test');
  for (let start = 0; start < images.length; start += 784) {
    const pixels = images.subarray(start, start + 784);
    const { image, blank } = normalise({ width: 28, height: 28, pixels });
    if (blank || !image.every((value, index) => value === pixels[index])) {
      expect.fail(`image ${start / 784} was changed`);
    }
  }
});

/** A 7 of three strokes. */
const seven = either(
  block(60, 50, 70, 12),
  (x, y) => y >= 50 && y < 150 && Math.abs(x - (128 - (y - 50) * 0.45)) < 6,
  block(85, 95, 40, 8),
);

test.each([
  ['dark on light', sheet(seven)],
  ['in the shade', sheet(seven, { paper: (x, y) => 240 - 0.4 * x - 0.2 * y, grain: 3 })],
  ['on a large page', sheet(seven, { width: 512, height: 400, grain: 2 })],
  ['with a ruled line', sheet(either(seven, block(0, 180, 200, 2)))],
])('the same digit looks the same %s and %s', (_, picture) => {
  const [a, b] = [normalise(sheet(seven)), normalise(picture)];
  expect(b.blank).toBe(false);
  const difference = a.image.reduce((sum, value, i) => sum + Math.abs(value - b.image[i]), 0) / 784;
  expect(difference).toBeLessThan(8);
});

test('light on dark gives the same as dark on light', () => {
  const a = normalise(sheet(seven));
  const b = normalise(invertGrey(sheet(seven, { paper: () => 255, ink: 0.1 })));
  expect(a.polarity).toBe('dark on light');
  expect(b.polarity).toBe('light on dark');
  const difference = a.image.reduce((sum, value, i) => sum + Math.abs(value - b.image[i]), 0) / 784;
  expect(difference).toBeLessThan(8);
});

test('what comes out is in the form that passes untouched', () => {
  const { image } = normalise(sheet(seven, { width: 400, height: 300, grain: 2 }));
  const again = normalise({ width: 28, height: 28, pixels: image });
  expect(again.stages.map(({ name }) => name)).toEqual(['form']);
  expect(again.image).toEqual(image);
  const { x, y } = massCentre({ width: 28, height: 28, pixels: image });
  expect(Math.hypot(x - 14, y - 14)).toBeLessThan(1);
});

test('box and stroke are in pixels of the picture', () => {
  const { box, strokeWidth, stages } = normalise(
    sheet(ring(300, 200, 60, 20), { width: 512, height: 512 }),
  );
  const expected = [230, 130, 141, 141];
  box.forEach((value, index) => {
    expect(Math.abs(value - expected[index])).toBeLessThanOrEqual(4);
  });
  expect(Math.abs(strokeWidth - 20)).toBeLessThan(2.5);
  expect(stages.map(({ name }) => name)).toEqual([
    'size',
    'polarity',
    'background',
    'threshold',
    'components',
    'levels',
    'crop',
    'stroke',
    'scale',
    'centre',
  ]);
});

test.each([
  ['white paper', sheet(() => false, { paper: () => 255 })],
  ['a black picture', sheet(() => false, { paper: () => 0 })],
  ['grainy paper', sheet(() => false, { grain: 25 })],
  ['a slope of light', sheet(() => false, { paper: (x, y) => 250 - 0.6 * x - 0.3 * y })],
  ['one pixel', sheet(() => false, { width: 1, height: 1 })],
  ['a row of pixels', sheet(() => false, { width: 500, height: 1 })],
  ['28x28 of nothing', sheet(() => false, { width: 28, height: 28, paper: () => 0 })],
])('%s is blank', (_, picture) => {
  const { blank, image, stages } = normalise(picture);
  expect(blank).toBe(true);
  expect(image).toEqual(new Uint8Array(784));
  expect(stages.at(-1)?.words).toMatch(/^blank/);
});

test('a broad stroke cut tightly stays full where the picture is black and white alone', () => {
  const { image, polarity } = normalise(
    sheet(block(50, 0, 100, 200), { paper: () => 255, ink: 0 }),
  );
  expect(polarity).toBe('dark on light');
  for (let row = 6; row < 22; row++) expect(image[row * 28 + 14]).toBe(255);
});
