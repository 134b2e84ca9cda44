import { expect, test } from 'vitest';
import { invertGrey } from '../../../src/vision/grey-image.js';
import { polarityStage } from '../../../src/vision/stages/polarity.js';
import { block, ring, sheet } from '../drawing.js';
import { applyStage, workOn } from './work.js';

const cases = [
  ['a digit on a sheet', sheet(ring(100, 100, 60, 12))],
  ['a thin digit in a corner', sheet(ring(30, 30, 20, 2))],
  ['a digit cropped to its edges', sheet(ring(100, 100, 88, 24))],
  [
    'a digit on a sheet that is mostly in shadow',
    sheet(ring(150, 100, 40, 8), { paper: (x) => 130 + 110 / (1 + Math.exp((x - 60) / 8)) }),
  ],
  ['an upright stroke cropped at both ends', sheet(block(80, 0, 30, 200))],
  ['a bold digit that leaves less paper than ink', sheet(ring(100, 100, 70, 60))],
] as const;

test.each(cases)('dark on light is seen: %s', (_, image) => {
  const { work, words } = applyStage(polarityStage, workOn(image));
  expect(work.polarity).toBe('dark on light');
  expect(words).toBe('dark on light');
  expect(work.image).toEqual(invertGrey(image));
});

test.each(cases)('light on dark is seen: %s', (_, image) => {
  const inverted = invertGrey(image);
  const { work } = applyStage(polarityStage, workOn(inverted));
  expect(work.polarity).toBe('light on dark');
  expect(work.image).toBe(inverted);
});
