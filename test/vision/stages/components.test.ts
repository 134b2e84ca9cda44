import { expect, test } from 'vitest';
import { invertGrey } from '../../../src/vision/grey-image.js';
import { componentsStage } from '../../../src/vision/stages/components.js';
import { block, either, ring, sheet } from '../drawing.js';
import { applyStage, workOnInk } from './work.js';

const inkOf = (...shapes: readonly ((x: number, y: number) => boolean)[]) =>
  invertGrey(sheet(either(...shapes), { paper: () => 255, ink: 0 }));
const zero = ring(100, 100, 40, 10);
const around = [55, 55, 91, 91];

test.each([
  ['a digit alone', inkOf(zero), around],
  ['specks', inkOf(zero, block(30, 30, 2, 2), block(160, 99, 2, 3)), around],
  ['a line above', inkOf(zero, block(5, 20, 190, 3)), around],
  ['a line from border to border', inkOf(zero, block(0, 180, 200, 12)), around],
  ['a shape that comes in from the border', inkOf(zero, block(160, 0, 40, 60)), around],
  ['a smaller shape far away', inkOf(zero, block(10, 10, 20, 20)), around],
  ['a part that is near', inkOf(zero, block(90, 44, 40, 8)), [55, 44, 91, 102]],
  [
    'parts in a row, each near the next',
    inkOf(zero, block(150, 90, 20, 10), block(174, 90, 20, 10)),
    [55, 55, 139, 91],
  ],
  [
    'a digit cropped to its edges',
    inkOf(block(0, 0, 200, 30), block(100, 0, 30, 200)),
    [0, 0, 200, 200],
  ],
])('%s: the box is around the digit', (_, image, box) => {
  expect(applyStage(componentsStage, workOnInk(image)).work.box).toEqual(box);
});

test('what is left out is wiped out, and soft edges of what stays are kept', () => {
  const image = inkOf(zero, block(10, 10, 20, 20));
  image.pixels[100 * 200 + 146] = 90;
  const { work, words } = applyStage(componentsStage, workOnInk(image));
  expect(words).toBe('1 part kept, 1 left out');
  expect(work.image.pixels[15 * 200 + 15]).toBe(0);
  expect(work.mask[15 * 200 + 15]).toBe(0);
  expect(work.image.pixels[100 * 200 + 140]).toBe(255);
  expect(work.image.pixels[100 * 200 + 146]).toBe(90);
});

test('the box is in pixels of the picture that went in', () => {
  const { work } = applyStage(componentsStage, workOnInk(inkOf(zero), { scale: 3 }));
  expect(work.box).toEqual([165, 165, 273, 273]);
});

test('specks alone are blank', () => {
  const specks = inkOf(block(100, 100, 3, 2), block(20, 150, 2, 2));
  expect(applyStage(componentsStage, workOnInk(specks)).work.ending).toBe('blank');
});
