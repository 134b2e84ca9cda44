import { expect, test } from 'vitest';
import { invertGrey } from '../../../src/vision/grey-image.js';
import { backgroundStage } from '../../../src/vision/stages/background.js';
import { ring, sheet } from '../drawing.js';
import { applyStage, workOn } from './work.js';

const inked = ring(100, 100, 60, 14);
const at = (x: number, y: number) => y * 200 + x;

test.each([
  ['even light', () => 230, 'even paper'],
  ['a slope of light', (x: number) => 240 - 0.7 * x, 'uneven paper evened out'],
  [
    'a lamp over one corner',
    (x: number, y: number) => 90 + 150 * Math.exp(-Math.hypot(x, y) / 150),
    'uneven paper evened out',
  ],
])('paper becomes black and ink equally light under %s', (_, paper, words) => {
  const photo = invertGrey(sheet(inked, { paper, ink: 0.3 }));
  const done = applyStage(backgroundStage, workOn(photo));
  expect(done.words).toBe(words);
  const { pixels } = done.work.image;
  // 0.3 of the light comes back from ink: 0.7 of 255 is its lightness.
  for (const x of [40, 160]) expect(Math.abs(pixels[at(x, 100)] - 178)).toBeLessThan(20);
  for (const x of [100, 180]) expect(pixels[at(x, 100)]).toBeLessThan(20);
});

test('the edge of a shadow is no ink away from its seam', () => {
  const photo = invertGrey(sheet(() => false, { paper: (x) => (x > 100 ? 120 : 220) }));
  const { pixels } = applyStage(backgroundStage, workOn(photo)).work.image;
  for (const x of [20, 80, 125, 180]) expect(pixels[at(x, 50)]).toBeLessThan(10);
});

test('a picture that is black and white alone has no light on it to divide out', () => {
  const drawing = sheet(ring(100, 100, 60, 90), { paper: () => 255 });
  expect(backgroundStage.apply(workOn(drawing, { shade: 'none' }))).toBeUndefined();
});
