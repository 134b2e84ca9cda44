import { expect, it } from 'vitest';
import { readingTotals, summaryRows } from '../../../src/screens/recognition/summary-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { read } from '../../state/recognition-fakes.js';

const results = [0.99, 0.98, 0.97, 0.95, 0.72, 0.31].map((confidence, index) =>
  read(`/p/${index}.png`, index, confidence),
);
const rowsIn = (height: number, pictures = results) =>
  summaryRows(readingTotals(pictures), { width: 28, height, glyphs: glyphsFor('unicode') }).map(
    (row) => rowText(row).trimEnd(),
  );

it('shows how the confidence is spread below the totals', () => {
  expect(rowsIn(26).slice(18)).toEqual([
    '',
    'confidence',
    '4                   ██',
    '                    ██',
    '                    ██',
    '        ▂▂      ▂▂  ██',
    '0       ██      ██  ██',
    '  0 %            100 %',
  ]);
});

it('is left out where there is no room for it, and nothing to show', () => {
  expect(rowsIn(24)).toHaveLength(18);
  expect(rowsIn(25)).toHaveLength(25);
  expect(rowsIn(60)).toHaveLength(30);
  expect(rowsIn(60, [])).toHaveLength(18);
});
