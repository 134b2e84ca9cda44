import { expect, test } from 'vitest';
import { cutApart, findCuts } from '../../../src/vision/number/cuts.js';
import { block, either, ring } from '../drawing.js';

/** Two rings with a bridge between them. */
const size = { width: 88, height: 42 };
const inked = either(ring(20.5, 20.5, 18, 6), ring(66.5, 20.5, 18, 6), block(40, 19, 8, 3));
const mask = Uint8Array.from({ length: size.width * size.height }, (_, index) =>
  inked(index % size.width, Math.floor(index / size.width)) ? 1 : 0,
);
const area = mask.filter((value) => value === 1).length;
const part = { box: [10, 20, size.width, size.height] as const, mask, area };

const least = () =>
  findCuts(part, { height: size.height, most: 12 }).reduce((a, b) => (b.ink < a.ink ? b : a));

test('the way of least ink goes over the bridge', () => {
  const { columns, ink } = least();
  expect(ink).toBe(3);
  expect(Math.abs(columns[20] - 44)).toBeLessThanOrEqual(3);
});

test('the pieces lie where they were cut out, with all of the ink', () => {
  const [left, right] = cutApart(part, [least()]);
  expect(left?.box[0]).toBe(10);
  expect(right && right.box[0] + right.box[2]).toBe(10 + size.width);
  expect((left?.area ?? 0) + (right?.area ?? 0)).toBe(area);
  expect(Math.abs((left?.area ?? 0) - area / 2)).toBeLessThan(40);
});
