import { cellWidth, padTo } from '../cells.js';
import { count, decimal } from '../format.js';
import type { Glyphs } from '../glyphs.js';
import type { Row, Tone } from '../rows.js';
import { fitRow, span } from '../rows.js';
import type { Range } from './axis.js';
import { footRow } from './axis-labels.js';

export interface HistogramOptions {
  /** What is not finite is left out; what lies outside the range counts in the bin at its end. */
  values: readonly number[];
  /** Columns of equal share of the range. */
  bins: number;
  range: Range;
  /** Cells of the whole: numbers of values at the left, ends of the range in the last row. */
  width: number;
  height: number;
  glyphs: Glyphs;
  tone?: Tone;
  formatX?: (value: number) => string;
}

/** How many values lie where, as columns, in exactly `height` rows of `width` cells. */
export function histogram({
  values,
  bins,
  range,
  width,
  height,
  glyphs,
  tone = 'accent',
  formatX = decimal,
}: HistogramOptions): Row[] {
  const counts = countBins(values, bins, range);
  const most = Math.max(0, ...counts);
  const gutter = cellWidth(count(most)) + 1;
  const binWidth = Math.floor((width - gutter) / bins);
  const plotHeight = height - 1;
  if (binWidth < 1 || plotHeight < 1) {
    return Array.from({ length: Math.max(0, height) }, () => fitRow('', width));
  }
  const plotWidth = binWidth * bins;
  // A gap parts the columns where each keeps two cells.
  const gap = binWidth >= 3 ? 1 : 0;
  const rows = Array.from({ length: plotHeight }, (_, row): Row => {
    const label = row === 0 ? count(most) : row === plotHeight - 1 && most > 0 ? '0' : '';
    const fromBelow = plotHeight - 1 - row;
    const cells = counts.map((value) => {
      const sign = columnSign({ value, most, row: fromBelow, rows: plotHeight }, glyphs);
      return sign.repeat(binWidth - gap) + ' '.repeat(gap);
    });
    return fitRow(
      [span(`${padTo(label, gutter - 1, 'right')} `, 'dim'), span(cells.join(''), tone)],
      width,
    );
  });
  const ends = range.map((value, index) => ({
    column: index * (plotWidth - gap),
    text: formatX(value),
    tone: 'dim' as const,
    kind: 'number' as const,
    reach: 0,
  }));
  return [...rows, fitRow([' '.repeat(gutter), ...footRow(ends, plotWidth)], width)];
}

/** How many values lie in each of `bins` equal parts of the range. */
export function countBins(values: readonly number[], bins: number, [low, high]: Range): number[] {
  const counts = Array<number>(Math.max(0, bins)).fill(0);
  for (const value of values.filter(Number.isFinite)) {
    const bin = Math.floor(((value - low) / (high - low)) * bins);
    // The upper end belongs to the last bin.
    counts[Math.min(bins - 1, Math.max(0, bin))] += 1;
  }
  return counts;
}

/** What a column shows in a row, counted from below. A bin with any value shows at least the lowest sign. */
function columnSign(
  { value, most, row, rows }: { value: number; most: number; row: number; rows: number },
  { columns }: Glyphs,
): string {
  if (value === 0) return ' ';
  const steps = Math.max(1, Math.round((value / most) * rows * columns.length));
  const here = Math.min(columns.length, steps - row * columns.length);
  return here > 0 ? columns[here - 1] : ' ';
}
