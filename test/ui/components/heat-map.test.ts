import { expect, it } from 'vitest';
import { cellWidth } from '../../../src/ui/cells.js';
import { heatMap } from '../../../src/ui/components/heat-map.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const options: Parameters<typeof heatMap>[0] = {
  matrix: [
    [0, 0.4, 0.6, 1],
    [1, Number.NaN, -3, 9],
  ],
  rowLabels: ['a', 'bb'],
  firstColumn: 1,
  range: [0, 1],
  width: 11,
  glyphs,
};

it('draws each value as a cell, light to dense, and nothing as nothing', () => {
  expect(heatMap(options).map(rowText)).toEqual([' a ░░▒▒▓▓██', 'bb ██  ░░██', '    1 2   4']);
});

it('draws with signs where there are no blocks', () => {
  expect(heatMap({ ...options, glyphs: glyphsFor('ascii') }).map(rowText)).toEqual([
    ' a ..==**@@',
    'bb @@  ..@@',
    '    1 2   4',
  ]);
});

it('gives low, middling and high values a tone of their own', () => {
  const [row] = heatMap({ ...options, tones: ['warning', 'plain', 'accent'] });
  expect(row.map(({ text, tone }) => [text, tone])).toEqual([
    [' a ', 'dim'],
    ['░░', 'warning'],
    ['▒▒▓▓', 'plain'],
    ['██', 'accent'],
  ]);
});

it('marks the selected cell and the number of its column', () => {
  const rows = heatMap({ ...options, selected: { row: 1, column: 2 } });
  expect(rows[1]).toContainEqual({ text: '● ', tone: 'selected' });
  expect(rows[2]).toContainEqual({ text: '3', tone: 'strong' });
});

it('shows the last columns where not all fit', () => {
  const rows = heatMap({ ...options, width: 5 }).map(rowText);
  expect(rows).toEqual([' a ▓█', 'bb ░█', '   3 ']);
});

it('widens its cells, but not without end', () => {
  expect(rowText(heatMap({ ...options, width: 60 })[0]).trimEnd()).toBe(' a ░░░░░▒▒▒▒▒▓▓▓▓▓█████');
});

it.each([0, 2, 3, 40])('has exactly its size in %i cells', (width) => {
  const rows = heatMap({ ...options, width });
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(cellWidth(rowText(row))).toBe(width);
});

it('is empty without a value', () => {
  const rows = heatMap({ ...options, matrix: [[], []] }).map(rowText);
  expect(rows.map((row) => row.trimEnd())).toEqual([' a', 'bb', '']);
});
