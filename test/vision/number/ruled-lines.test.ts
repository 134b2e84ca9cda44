import { expect, test } from 'vitest';
import { removeRuledLines } from '../../../src/vision/number/ruled-lines.js';
import { block, either } from '../drawing.js';

const size = { width: 200, height: 80 };

function maskOf(inked: (x: number, y: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: size.width * size.height }, (_, index) =>
    inked(index % size.width, Math.floor(index / size.width)) ? 1 : 0,
  );
}

const upright = block(60, 10, 6, 60);
const slanted = (x: number, y: number) => Math.abs(y - 50 - 0.06 * x) < 1;

test('a slanted line across goes, and a stroke that crosses it stays', () => {
  const cleaned = removeRuledLines(maskOf(either(upright, slanted)), size);
  const stroke = maskOf(upright);
  const lost = stroke.filter((value, index) => value === 1 && cleaned[index] === 0).length;
  const left = cleaned.filter((value, index) => value === 1 && stroke[index] === 0).length;
  expect(lost).toBe(0);
  expect(left).toBeLessThan(15);
});

test('a margin from border to border goes, a 1 stays', () => {
  const one = block(100, 15, 3, 45);
  const cleaned = removeRuledLines(maskOf(either(one, block(20, 0, 3, 80))), size);
  expect(cleaned).toEqual(maskOf(one));
});

test('bars of digits in a row are no line', () => {
  const bars = either(...[10, 50, 90, 130, 170].map((x) => block(x, 20, 22, 3)));
  expect(removeRuledLines(maskOf(bars), size)).toEqual(maskOf(bars));
});
