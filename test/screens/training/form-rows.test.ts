import { describe, expect, it } from 'vitest';
import { dataRows } from '../../../src/screens/training/data-rows.js';
import { fieldHint, fieldLabel, fieldValue } from '../../../src/screens/training/field-rows.js';
import type { DescribedData } from '../../../src/state/described-data.js';
import { firstValues } from '../../../src/state/training-form.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import type { RowLike } from '../../../src/ui/rows.js';
import { rowText } from '../../../src/ui/rows.js';
import { madeSummary } from '../../support/made-summary.js';

const glyphs = glyphsFor('unicode');
const text = (rows: readonly RowLike[]) => rows.map((row) => rowText(row).trimEnd());
const size = { width: 32, height: 20, glyphs };

const summary = madeSummary({
  source: 'data/digits_jpeg',
  format: 'folders',
  perClass: [10, 10, 10, 10, 10, 10, 10, 20, 10, 0],
  seconds: 0.42,
  warnings: ['the digit 9 has no samples'],
});

function rowsOf(data: DescribedData, room = size) {
  const values = { ...firstValues, source: 'data/digits_jpeg' };
  return text(dataRows({ data, sources: ['mnist', 'data/digits_jpeg'], values }, room));
}

describe('the data', () => {
  it('says how to look at it, and what there is', () => {
    expect(rowsOf({ status: 'unknown' })).toEqual([
      'Not looked at yet',
      'd shows what it holds',
      'r trains on it at once',
      'o chooses a folder or a file',
      '',
      'Sources found',
      '  mnist',
      '› data/digits_jpeg',
      '',
      'A folder of folders 0 to 9 will',
      'do, or a CSV, NPZ or IDX file:',
      'paste its path.',
    ]);
  });

  it('shows how far it is loaded and how fast', () => {
    const progress = { done: 250, total: 1000, since: 5000, at: 5500 };
    expect(rowsOf({ status: 'loading', progress })).toEqual([
      '████████░░░░░░░░░░░░░░░░░░░░░░░░',
      '250 of 1,000  500 samples/s',
      'left 1.5 s',
      '',
      'Esc cancels',
    ]);
  });

  it('says why it cannot be used', () => {
    expect(
      rowsOf({ status: 'failed', problem: 'there is no folder nope: choose another' }),
    ).toEqual([
      '✗ It cannot be used',
      'there is no folder nope: choose',
      'another',
      '',
      'd tries again',
      'o chooses another one',
    ]);
  });

  it('shows ten bars, the split, the warnings and the key that shows more', () => {
    const rows = rowsOf({ status: 'ready', summary });
    expect(rows.slice(0, 3)).toEqual(['100 samples, 28x28', 'folders, read in 0.4 s', '']);
    expect(rows[3]).toMatch(/^0 ▄+ +10 {2}10\.0 %$/);
    expect(rows[10]).toMatch(/^7 ▄+ +20 {2}20\.0 %$/);
    expect(rows[12]).toMatch(/^9 +0 {3}0\.0 %!$/);
    expect(rows.slice(13)).toEqual([
      '',
      '80 + 20 held back',
      '! the digit 9 has no samples',
      'd shows all of it',
    ]);
  });

  it('shows as many warnings as fit whole, and says how many there are besides', () => {
    const long = 'a sentence of more than thirty-two cells';
    const warnings = ['the first', long, long];
    const shown = rowsOf({ status: 'ready', summary: { ...summary, warnings } });
    expect(shown).toHaveLength(20);
    expect(shown.slice(15)).toEqual([
      '! the first',
      '! a sentence of more than',
      '  thirty-two cells',
      '… 1 more warning',
      'd shows all of it',
    ]);
  });
});

describe('a field', () => {
  it('has a mark where it is selected and a cross where it is wrong', () => {
    const wrong = { ...firstValues, epochs: '0' };
    const selected = { state: 'selected', glyphs } as const;
    expect(rowText(fieldLabel('epochs', wrong, selected))).toBe('› epochs ✗');
    expect(rowText(fieldLabel('seed', wrong, { state: 'plain', glyphs }))).toBe('  seed');
    expect(rowText(fieldValue('name', wrong, selected, 20))).toBe('made from the data');
    expect(rowText(fieldValue('epochs', wrong, selected, 4))).toBe('0   ');
  });

  it('says what it takes and which keys change it', () => {
    const hint = (mode: 'choosing' | 'editing', epochs = '50') =>
      text(fieldHint('epochs', { ...firstValues, epochs }, { mode, width: 50, glyphs }));
    expect(hint('choosing')).toEqual([
      '1 to 1000; offered: 10 to 100',
      '← → choose  Enter types one',
    ]);
    expect(hint('editing', '0')).toEqual([
      '✗ epochs must be a whole number from 1 to 1000',
      'Enter keeps  Esc undoes  Ctrl-U clears',
    ]);
  });

  it.each(['classic', 'fast'] as const)('tells of the recipe that is chosen: %s', (recipe) => {
    const options = { mode: 'choosing', width: 60, glyphs } as const;
    const [words] = text(fieldHint('recipe', { ...firstValues, recipe }, options));
    expect(words).toMatch(new RegExp(`^${recipe}: `));
  });
});
