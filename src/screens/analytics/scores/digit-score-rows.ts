import type { ClassScore } from '../../../core/metrics.js';
import { thinMeter } from '../../../ui/components/bars.js';
import { count } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type ColumnCell, joinColumns, type Row, span, type Tone } from '../../../ui/rows.js';

export interface DigitScoreOptions {
  width: number;
  /** Rows of a digit: those of a cell of the matrix that they stand beside. */
  rowHeight: 1 | 2;
  glyphs: Glyphs;
}

/** Precision, recall and F1 of each digit, a digit a row, under their names. */
export function digitScoreRows(
  perClass: readonly ClassScore[],
  { width, rowHeight, glyphs }: DigitScoreOptions,
): Row[] {
  const measures = width >= widthOfAllBars ? [...names] : names.slice(-1);
  const numbers = width >= widthOfAllBars ? [] : names.slice(0, -1);
  const hasCounts = width >= widthOfAllBars;
  const fixed = [
    ...(hasCounts ? [countWidth] : []),
    ...[...numbers, ...measures].map((name) => widths[name]),
  ].reduce((sum, each) => sum + each + 1, 0);
  const barWidth = Math.max(0, Math.floor((width - fixed + 1) / measures.length) - 1);
  const from = barsFrom(perClass);

  const heads = line([
    ...(hasCounts ? [{ row: [span('samples', 'dim')], width: countWidth, align: right }] : []),
    ...numbers.map((name) => ({ row: [span(name, 'dim')], width: widths[name], align: right })),
    ...measures.flatMap((name) => [
      { row: [span(name, 'dim')], width: widths[name], align: right },
      { row: '', width: barWidth },
    ]),
  ]);
  const blank = Array.from({ length: rowHeight - 1 }, (): Row => []);
  return [heads, ...perClass.flatMap((score) => [digitRow(score), ...blank])];

  function digitRow(score: ClassScore): Row {
    if (score.count === 0) return [span(`no samples of ${score.digit}`, 'dim')];
    return line([
      ...(hasCounts ? [{ row: count(score.count), width: countWidth, align: right }] : []),
      ...numbers.map((name) => ({
        row: share(score[keys[name]]),
        width: widths[name],
        align: right,
      })),
      ...measures.flatMap((name) => {
        const value = score[keys[name]];
        const bar = thinMeter((value - from) / (1 - from), barWidth, glyphs);
        return [
          { row: share(value), width: widths[name], align: right },
          { row: [span(bar, toneOf(value))], width: barWidth },
        ];
      }),
    ]);
  }
}

/** Where the bars begin: good networks differ in the last per cent. */
export function barsFrom(perClass: readonly ClassScore[]): number {
  const present = perClass.filter((score) => score.count > 0);
  const values = present.flatMap(({ precision, recall, f1 }) => [precision, recall, f1]);
  const lowest = Math.min(1, ...values.filter(Number.isFinite));
  return lowest >= 0.95 ? 0.9 : lowest >= 0.6 ? 0.5 : 0;
}

const names = ['prec.', 'recall', 'F1'] as const;
const keys = { 'prec.': 'precision', recall: 'recall', F1: 'f1' } as const;
const right = 'right' as const;
/** Of `100.0` and of the name above it. */
const widths = { 'prec.': 5, recall: 6, F1: 5 };
const countWidth = 7;
/** With a bar for each measure that still tells digits apart. */
const widthOfAllBars = 52;

function line(cells: readonly ColumnCell[]): Row {
  return joinColumns(cells, 1);
}

/** In per cent, without the sign: the head of a column has room for no more. */
function share(value: number): string {
  return Number.isFinite(value) ? (value * 100).toFixed(1) : '-';
}

/** What is fine is not to be the brightest thing on the screen. */
function toneOf(value: number): Tone {
  if (value >= 0.95) return 'dim';
  return value >= 0.9 ? 'warning' : 'bad';
}
