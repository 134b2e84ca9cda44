import { expect, test } from 'vitest';
import { massCentre } from '../../../src/vision/mass-centre.js';
import { centreStage } from '../../../src/vision/stages/centre.js';
import { cropStage } from '../../../src/vision/stages/crop.js';
import { scaleStage } from '../../../src/vision/stages/scale.js';
import { drawing, rowsOf } from '../drawing.js';
import { applyStage, workOnInk } from './work.js';

test('a crop leaves two pixels around the digit, where there are some', () => {
  const image = drawing('........', '.##.....', '..#.....', '........', '........', '........');
  expect(rowsOf(applyStage(cropStage, workOnInk(image)).work.image)).toEqual([
    '.....',
    '.##..',
    '..#..',
    '.....',
    '.....',
  ]);
});

test.each([
  ['a tall one', 10, 40, 5, 20],
  ['a wide one', 60, 15, 20, 5],
  ['a hair', 1, 100, 1, 20],
  ['a tiny one', 4, 5, 16, 20],
])('the longest side becomes 20, the shape stays: %s', (_, width, height, toWidth, toHeight) => {
  const pixels = new Uint8Array(width * height).fill(255);
  const { image } = applyStage(scaleStage, workOnInk({ width, height, pixels })).work;
  expect(image).toMatchObject({ width: toWidth, height: toHeight });
  expect(image.pixels.every((value) => value === 255)).toBe(true);
});

test('soft surroundings do not count as length', () => {
  const image = drawing(...Array<string>(40).fill('.1##1.'));
  expect(applyStage(scaleStage, workOnInk(image)).work.image).toMatchObject({
    width: 1,
    height: 20,
  });
});

test('the centre of mass comes to the middle, not the centre of the box', () => {
  const rows = [...Array<string>(18).fill('#.......'), '########', '########'];
  const { image } = applyStage(centreStage, workOnInk(drawing(...rows))).work;
  expect(image).toMatchObject({ width: 28, height: 28 });
  const { x, y } = massCentre(image);
  expect(Math.abs(x - 14)).toBeLessThanOrEqual(0.5);
  expect(Math.abs(y - 14)).toBeLessThanOrEqual(0.5);
});

test('a digit that would be cut off stays inside', () => {
  const rows = [...Array<string>(19).fill(`#${'.'.repeat(19)}`), '#'.repeat(20)];
  const heavy = drawing(...rows);
  const { image } = applyStage(centreStage, workOnInk(heavy)).work;
  const ink = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + value, 0);
  expect(ink(image.pixels)).toBe(ink(heavy.pixels));
});
