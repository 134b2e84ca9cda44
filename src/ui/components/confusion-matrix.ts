import { cellWidth, padTo } from '../cells.js';
import { count } from '../format.js';
import type { Glyphs } from '../glyphs.js';
import { type Row, type Span, span, type Tone } from '../rows.js';

/** A cell: samples of a label that were read as a digit. */
export interface MatrixCell {
  label: number;
  digit: number;
}

export interface ConfusionMatrixOptions {
  /** `confusion[label][digit]`, samples. */
  confusion: readonly (readonly number[])[];
  width: number;
  glyphs: Glyphs;
  /** The cell that the cursor is on. */
  selected?: MatrixCell;
  /** Overrides how a cell looks, for what just changed. */
  toneOf?: (cell: MatrixCell) => Tone | undefined;
}

/**
 * Ten rows of labels by ten columns of answers below a row of heads: right answers on the diagonal, mistakes beside
 * it, nothing as a dot. Where ten counts find no room, those of four digits and more are written short: `1.2k`.
 */
export function confusionMatrix(options: ConfusionMatrixOptions): Row[] {
  const { confusion, selected, glyphs, toneOf } = options;
  const size = matrixCellWidth(options);
  const heads = confusion.map((_, digit) => padTo(String(digit), size, 'right'));
  const head = [span(' '.repeat(labelWidth) + heads.join(''), 'dim')];
  const rows = confusion.map((values, label): Row => {
    const cells = values.map((value, digit): Span => {
      const isSelected = selected?.label === label && selected.digit === digit;
      const text = padTo(cellText(value, size, glyphs), size, 'right');
      const tone = toneOf?.({ label, digit }) ?? usualTone({ label, digit }, value);
      return span(text, isSelected ? 'selected' : tone);
    });
    return [span(`${label} `, 'dim'), ...cells];
  });
  return [head, ...rows];
}

/** The cell under a place of those rows. */
export function matrixCellAt(
  options: Pick<ConfusionMatrixOptions, 'confusion' | 'width'>,
  { column, row }: { column: number; row: number },
): MatrixCell | undefined {
  const digit = Math.floor((column - labelWidth) / matrixCellWidth(options));
  const label = row - 1;
  const isInside = label >= 0 && label < 10 && digit >= 0 && digit < 10;
  return isInside ? { label, digit } : undefined;
}

/** Cells of the whole matrix in that room. */
export function matrixWidth(options: Pick<ConfusionMatrixOptions, 'confusion' | 'width'>): number {
  return labelWidth + 10 * matrixCellWidth(options);
}

const labelWidth = 2;
/** `1.2k` and a space before it. */
const shortWidth = 5;
/** Wider cells would part a row from its label. */
const widest = 8;

function matrixCellWidth({
  confusion,
  width,
}: Pick<ConfusionMatrixOptions, 'confusion' | 'width'>): number {
  const longest = Math.max(...confusion.flat().map((value) => cellWidth(count(value))), 1);
  const room = Math.floor((width - labelWidth) / 10);
  return Math.max(2, Math.min(room, Math.max(longest + 1, shortWidth), widest));
}

function cellText(value: number, size: number, { mode }: Glyphs): string {
  if (value === 0) return mode === 'unicode' ? '·' : '.';
  const whole = count(value);
  if (cellWidth(whole) < size) return whole;
  const plain = String(value);
  if (plain.length < size) return plain;
  return value < 9950 ? `${(value / 1000).toFixed(1)}k` : `${Math.round(value / 1000)}k`;
}

function usualTone({ label, digit }: MatrixCell, value: number): Tone {
  if (label === digit) return 'accent';
  return value === 0 ? 'dim' : 'plain';
}
