import { expect, test } from 'vitest';
import { invertGrey } from '../../../src/vision/grey-image.js';
import { thresholdStage } from '../../../src/vision/stages/threshold.js';
import { block, either, ring, sheet } from '../drawing.js';
import { applyStage, workOn } from './work.js';

/** Ink from 0 to 1 of full light on black. */
const inkOf = (inked: (x: number, y: number) => boolean, light: number, grain = 0) =>
  invertGrey(sheet(inked, { paper: () => 245, ink: 1 - light, grain }));

test.each([
  ['bold ink', ring(100, 100, 60, 16), 0.8, 0],
  ['faint ink', ring(100, 100, 60, 8), 0.25, 0],
  ['a hairline on grainy paper', ring(100, 100, 60, 2), 0.6, 10],
  ['a small digit on a large sheet', ring(30, 30, 9, 3), 0.7, 4],
])('%s is found, and paper is not', (_, inked, light, grain) => {
  const { mask } = applyStage(thresholdStage, workOn(inkOf(inked, light, grain))).work;
  let wrong = 0;
  mask.forEach((value, index) => {
    if (value !== Number(inked(index % 200, Math.floor(index / 200)))) wrong++;
  });
  expect(wrong).toBe(0);
});

test('faint ink that hangs on firm ink belongs to it, and alone it does not', () => {
  const firm = inkOf(block(40, 40, 80, 10), 0.9);
  const faint = inkOf(either(block(118, 40, 40, 10), block(40, 150, 40, 10)), 0.3);
  const image = { ...firm, pixels: firm.pixels.map((v, i) => Math.max(v, faint.pixels[i])) };
  const { mask } = applyStage(thresholdStage, workOn(image)).work;
  expect(mask[45 * 200 + 140]).toBe(1);
  expect(mask[155 * 200 + 60]).toBe(0);
});

test.each([
  ['nothing', 0],
  ['the grain of paper', 8],
  ['a rough texture', 60],
])('%s is blank', (_, grain) => {
  const { work, words } = applyStage(thresholdStage, workOn(inkOf(() => false, 0, grain)));
  expect(work.ending).toBe('blank');
  expect(words).toMatch(/^blank/);
});
