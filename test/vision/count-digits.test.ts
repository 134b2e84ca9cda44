import { expect, test } from 'vitest';
import { countDigits } from '../../src/vision/count-digits.js';
import { findComponents } from '../../src/vision/find-components.js';
import { drawing } from './drawing.js';

function count(...rows: string[]): number {
  const { width, height, pixels } = drawing(...rows);
  const mask = pixels.map((value) => (value > 0 ? 1 : 0));
  return countDigits(findComponents(mask, width, height).components);
}

test('digits beside each other count, the parts of one digit do not', () => {
  expect(count('#####.', '#.....', '#####.', '....#.', '#####.')).toBe(1);
  expect(count('#..###', '#..#.#', '#..#.#', '#..###')).toBe(2);
  expect(count('###...', '......', '###...', '..#...', '###...')).toBe(1);
});

test('what is too wide for one digit counts as two', () => {
  expect(count('#######', '#..#..#', '#######')).toBe(2);
});

test('nothing is no digit', () => {
  expect(countDigits([])).toBe(0);
});
