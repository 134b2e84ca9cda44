import { expect, test } from 'vitest';
import { cropGrey, invertGrey, resizeGrey } from '../../src/vision/grey-image.js';
import { drawing, rowsOf } from './drawing.js';

test('a crop is the part in its box', () => {
  const image = drawing('....', '.#5.', '.9#.', '....');
  expect(cropGrey(image, [1, 1, 2, 2])).toEqual(drawing('#5', '9#'));
});

test('an inverted image has light and dark changed over', () => {
  expect(rowsOf(invertGrey(drawing('#.', '.#')))).toEqual(['.#', '#.']);
});

test.each([
  ['grows', 9, 12],
  ['shrinks', 2, 1],
  ['grows and shrinks', 9, 2],
])('an even image stays even when it %s', (_, width, height) => {
  const resized = resizeGrey(drawing('5555', '5555', '5555'), width, height);
  expect(resized).toMatchObject({ width, height });
  expect(new Set(resized.pixels)).toEqual(new Set([128]));
});

test('shrinking weighs what becomes one pixel by its nearness', () => {
  const half = resizeGrey(drawing('##......', '##......', '........', '........'), 4, 2);
  // Of three pixels along each axis, weighing 3, 3 and 1, two are light.
  expect(half.pixels[0]).toBe(Math.round(255 * (6 / 7) ** 2));
  expect(half.pixels[3]).toBe(0);
});

test('growing keeps a shape where it was', () => {
  expect(rowsOf(resizeGrey(drawing('#..', '...', '...'), 6, 6))).toEqual([
    '##....',
    '##....',
    '......',
    '......',
    '......',
    '......',
  ]);
});
