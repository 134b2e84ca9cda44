import { describe, expect, it } from 'vitest';
import {
  confusionMatrix,
  matrixCellAt,
  matrixWidth,
} from '../../../src/ui/components/confusion-matrix.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const diagonal = (value: number) =>
  Array.from({ length: 10 }, (_, label) =>
    Array.from({ length: 10 }, (_, digit) => (digit === label ? value : 0)),
  );

describe('the confusion matrix', () => {
  it('has labels in rows and answers in columns', () => {
    const confusion = diagonal(98);
    confusion[4][9] = 31;
    const rows = confusionMatrix({ confusion, width: 52, glyphs }).map(rowText);
    expect(rows[0]).toBe('      0    1    2    3    4    5    6    7    8    9');
    expect(rows[5]).toBe('4     ·    ·    ·    ·   98    ·    ·    ·    ·   31');
    expect(rows).toHaveLength(11);
  });

  it('writes large counts short where there is little room', () => {
    const rows = confusionMatrix({ confusion: diagonal(6742), width: 52, glyphs }).map(rowText);
    expect(rows[1]).toBe('0  6742    ·    ·    ·    ·    ·    ·    ·    ·    ·');
    const large = confusionMatrix({ confusion: diagonal(67_420), width: 42, glyphs }).map(rowText);
    expect(large[1]).toBe('0  67k   ·   ·   ·   ·   ·   ·   ·   ·   ·');
    const wide = confusionMatrix({ confusion: diagonal(6742), width: 100, glyphs }).map(rowText);
    expect(wide[1]).toBe('0  6,742     ·     ·     ·     ·     ·     ·     ·     ·     ·');
  });

  it('knows which cell lies where', () => {
    const options = { confusion: diagonal(98), width: 52 };
    expect(matrixWidth(options)).toBe(52);
    expect(matrixCellAt(options, { column: 2, row: 1 })).toEqual({ label: 0, digit: 0 });
    expect(matrixCellAt(options, { column: 51, row: 5 })).toEqual({ label: 4, digit: 9 });
    expect(matrixCellAt(options, { column: 1, row: 5 })).toBeUndefined();
    expect(matrixCellAt(options, { column: 9, row: 0 })).toBeUndefined();
  });
});
