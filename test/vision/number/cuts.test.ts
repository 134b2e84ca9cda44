import { expect, test } from 'vitest';
import { cutApart, findCuts } from '../../../src/vision/number/cuts.js';
import { drawing } from '../drawing.js';

/** Two rings that touch. */
const rings = drawing(
  '..###....###..',
  '.#...#..#...#.',
  '#.....##.....#',
  '#.....##.....#',
  '#.....##.....#',
  '.#...#..#...#.',
  '..###....###..',
);
const scale = 6;
const size = { width: rings.width * scale, height: rings.height * scale };
const mask = Uint8Array.from({ length: size.width * size.height }, (_, index) => {
  const x = Math.floor((index % size.width) / scale);
  const y = Math.floor(index / size.width / scale);
  return rings.pixels[y * rings.width + x] > 0 ? 1 : 0;
});
const area = mask.filter((value) => value === 1).length;
const part = { box: [10, 20, size.width, size.height] as const, mask, area };

test('the one way that parts the rings goes between them', () => {
  const cuts = findCuts(part, { height: size.height, most: 8 });
  const middle = cuts.filter(({ columns }) => Math.abs(columns[20] - 42) <= 3);
  expect(middle).toHaveLength(1);
  expect(middle[0].ink).toBe(3 * scale);
});

test('the pieces lie where they were cut out, with all of the ink', () => {
  const [cut] = findCuts(part, { height: size.height, most: 8 }).filter(
    ({ columns }) => Math.abs(columns[20] - 42) <= 3,
  );
  const [left, right] = cutApart(part, [cut]);
  expect(left?.box[0]).toBe(10);
  expect(right && right.box[0] + right.box[2]).toBe(10 + size.width);
  expect((left?.area ?? 0) + (right?.area ?? 0)).toBe(area);
  expect(Math.abs((left?.area ?? 0) - area / 2)).toBeLessThan(2 * scale * scale);
});
