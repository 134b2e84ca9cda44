import { expect, test } from 'vitest';
import { invertGrey } from '../../../src/vision/grey-image.js';
import { strokeStage } from '../../../src/vision/stages/stroke.js';
import { meanStrokeWidth } from '../../../src/vision/stroke-width.js';
import { ring, sheet } from '../drawing.js';
import { applyStage, workOnInk } from './work.js';

/** A ring 100 long. */
const ringOf = (stroke: number) =>
  workOnInk(
    invertGrey(
      sheet(ring(60, 60, 50 - stroke / 2, stroke), {
        width: 120,
        height: 120,
        paper: () => 255,
        ink: 0,
      }),
    ),
  );

test('a hairline is thickened to what is usual for its length', () => {
  const { work, words } = applyStage(strokeStage, ringOf(2));
  expect(words).toMatch(/^thin stroke of 0\.\d of 20, thickened$/);
  expect(work.strokeWidth).toBeGreaterThan(1.7);
  expect(work.strokeWidth).toBeLessThan(2.3);
  // 2.4 of 20 is 13 for what is now 111 long.
  const wide = meanStrokeWidth(work.mask, work.image);
  expect(wide).toBeGreaterThan(11.5);
  expect(wide).toBeLessThan(15);
});

test.each([12, 24])('a stroke of %i in 100 is measured and stays', (stroke) => {
  const before = ringOf(stroke);
  const { work } = applyStage(strokeStage, before);
  expect(work.image).toBe(before.image);
  expect(Math.abs(work.strokeWidth / stroke - 1)).toBeLessThan(0.1);
});
