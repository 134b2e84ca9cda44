import { expect, it } from 'vitest';
import { changedCells } from '../../../src/core/analysis/cell-changes.js';

const none = Array.from({ length: 10 }, () => Array<number>(10).fill(0));
const matrix = (...cells: [label: number, digit: number, count: number][]) =>
  none.map((row, label) =>
    row.map((_, digit) => cells.find(([l, d]) => l === label && d === digit)?.[2] ?? 0),
  );

it('tells which mistakes grew or shrank, the largest change first', () => {
  const before = matrix([4, 4, 900], [4, 9, 31], [3, 5, 2], [7, 1, 6]);
  const after = matrix([4, 4, 921], [4, 9, 12], [3, 5, 5], [7, 1, 6]);
  expect(changedCells(before, after)).toEqual([
    { label: 4, digit: 9, before: 31, after: 12 },
    { label: 3, digit: 5, before: 2, after: 5 },
  ]);
});

it('tells nothing where no mistake changed', () => {
  expect(changedCells(matrix([4, 4, 1]), matrix([4, 4, 2]))).toEqual([]);
});
