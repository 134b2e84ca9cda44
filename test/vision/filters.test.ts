import { expect, test } from 'vitest';
import { extremeFilter, meanFilter } from '../../src/vision/box-filter.js';
import { invertGrey } from '../../src/vision/grey-image.js';
import { drawing } from './drawing.js';

const dot = drawing('.....', '.....', '..#..', '.....', '.....');

test('the largest value around grows a dot to a square', () => {
  const grown = drawing('.....', '.###.', '.###.', '.###.', '.....');
  expect(extremeFilter(dot, 1, 'largest')).toEqual(grown);
});

test('the smallest value around wipes a dot out, and grows a hole', () => {
  expect(Math.max(...extremeFilter(dot, 1, 'smallest').pixels)).toBe(0);
  const hole = extremeFilter(invertGrey(dot), 1, 'smallest');
  expect(hole).toEqual(drawing('#####', '#...#', '#...#', '#...#', '#####'));
});

test('a window wider than the image sees all of it', () => {
  expect(new Set(extremeFilter(dot, 9, 'largest').pixels)).toEqual(new Set([255]));
});

test('the mean is of the pixels that there are', () => {
  const { pixels } = meanFilter(drawing('#...', '....', '....'), 1);
  expect(pixels[0]).toBe(Math.round(255 / 4));
  expect(pixels[1]).toBe(Math.round(255 / 6));
  expect(pixels[5]).toBe(Math.round(255 / 9));
  expect(pixels[3]).toBe(0);
});
