import { expect, it } from 'vitest';
import { cellWidth } from '../../../src/ui/cells.js';
import { histogram } from '../../../src/ui/components/histogram.js';
import { percent } from '../../../src/ui/format.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const values = [0.05, 0.3, 0.3, 0.6, 0.6, 0.6, 0.6, 0.99, 1, 1, 1, 1, 1, 1, 1];

function draw(changes: Partial<Parameters<typeof histogram>[0]> = {}): string[] {
  return histogram({
    values,
    bins: 4,
    range: [0, 1],
    width: 14,
    height: 4,
    glyphs,
    ...changes,
  }).map(rowText);
}

it('draws a column for each share of the range, its height the number of values', () => {
  expect(draw()).toEqual(['8          ██ ', '        ▄▄ ██ ', '0 ▃▃ ▆▆ ██ ██ ', '  0          1']);
});

it('draws with signs where there are no blocks', () => {
  expect(draw({ glyphs: glyphsFor('ascii') })).toEqual([
    '8          ## ',
    '        == ## ',
    '0 -- ++ ## ## ',
    '  0          1',
  ]);
});

it('shows one value among a thousand', () => {
  const many = [...Array<number>(1000).fill(0.9), 0.1];
  expect(draw({ values: many, width: 13 })[2]).toBe('    0 ▁  █   ');
});

it('counts what lies outside at the ends, and leaves out what is no number', () => {
  expect(draw({ values: [-4, 9, 9, Number.NaN] })).toEqual([
    '2          ██ ',
    '  ▄▄       ██ ',
    '0 ██       ██ ',
    '  0          1',
  ]);
});

it('has an axis and no column without values', () => {
  expect(draw({ values: [], formatX: (value) => percent(value, 0) })).toEqual([
    '0             ',
    '              ',
    '              ',
    '  0 %    100 %',
  ]);
});

it.each([
  [0, 0],
  [3, 4],
  [14, 1],
  [40, 9],
])('has exactly its size, %ix%i', (width, height) => {
  const rows = draw({ width, height });
  expect(rows).toHaveLength(height);
  for (const row of rows) expect(cellWidth(row)).toBe(width);
});
