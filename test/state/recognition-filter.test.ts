import { describe, expect, it } from 'vitest';
import { filterRows } from '../../src/state/recognition-filter.js';
import { blank, read, unreadable } from './recognition-fakes.js';

const results = [
  read('/pictures/7/one.png', 7, 0.98),
  read('/pictures/7/Two.PNG', 1, 0.7),
  { ...read('/pictures/yellow.png', 3, 0.45), rejected: false },
  read('/pictures/8.png', 7, 0.15),
  blank('/pictures/white.png'),
  unreadable('/pictures/broken.png', 'broken.png is empty (0 bytes)'),
];
const shown = (filter: string, rows = [0, 1, 2, 3, 4, 5]) => filterRows(rows, results, filter);

describe('a filter of answers', () => {
  it.each([
    ['', [0, 1, 2, 3, 4, 5]],
    ['   ', [0, 1, 2, 3, 4, 5]],
    // A name.
    ['two', [1]],
    ['.PNG', [0, 1, 2, 3, 4, 5]],
    ['pictures', []],
    ['7/', [0, 1]],
    ['pictures/y', [2]],
    // A digit, as it was read.
    ['7', [0, 3]],
    ['digit:7', [0, 3]],
    ['Digit:1', [1]],
    ['8', []],
    ['digit:12', []],
    // How far it can be trusted.
    ['high', [0]],
    ['MEDIUM', [1]],
    ['low', [2, 3]],
    ['unsure', [3]],
    ['blank', [4]],
    ['error', [5]],
    // Each word narrows it.
    ['7 low', [3]],
    [' 7   high  one ', [0]],
    ['high low', []],
    // No pattern, whatever it looks like.
    ['.*', []],
    ['(', []],
  ])('"%s" leaves %o', (filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  it('keeps the order of the rows', () => {
    expect(shown('7', [3, 2, 0])).toEqual([3, 0]);
  });
});
