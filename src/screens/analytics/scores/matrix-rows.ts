import type { Evaluation } from '../../../core/metrics.js';
import type { Cell } from '../../../state/analytics/scores-store.js';
import { padTo } from '../../../ui/cells.js';
import { joinAlike } from '../../../ui/components/join-alike.js';
import { count } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type Span, span, type Tone } from '../../../ui/rows.js';

export interface MatrixOptions {
  selected?: Cell;
  /** How a cell looks that is to be told from the others. */
  toneOf?: (cell: Cell) => Tone | undefined;
  /** Rows of a cell: its number, and below that its shade where there is room. */
  cellHeight: 1 | 2;
  glyphs: Glyphs;
}

/** Cells of the screen of one cell of the matrix, and of the labels at its left. */
const numberWidth = 4;
const cellWidth = numberWidth + 1;
const labelWidth = 2;
/** Of the whole matrix. */
export const matrixWidth = labelWidth + 10 * cellWidth;

/**
 * Ten by ten counts, labels down and answers across, under a row of digits. Shades grow with the logarithm, so that a
 * handful of mistakes is seen beside a thousand right answers.
 */
export function matrixRows(
  { confusion, perClass }: Evaluation,
  { selected, toneOf, cellHeight, glyphs }: MatrixOptions,
): Row[] {
  const most = Math.max(1, ...confusion.flat());
  const worst = worstDigit(perClass);
  const heads = digits.map((digit) =>
    span(
      `${padTo(String(digit), numberWidth, 'right')} `,
      digit === selected?.digit ? 'strong' : 'dim',
    ),
  );
  const rows = confusion.flatMap((counts, label) => {
    const total = perClass[label].count;
    const lines = Array.from({ length: cellHeight }, (_, line): Row => {
      const cells = counts.map((value, digit): Span => {
        const isSelected = selected?.label === label && selected.digit === digit;
        const { text, tone } = cellSpan({ value, total, most, isRight: label === digit }, line, {
          cellHeight,
          glyphs,
        });
        if (!isSelected) return span(text, toneOf?.({ label, digit }) ?? tone);
        const marked = line === 0 && text.startsWith(' ') ? glyphs.pointer + text.slice(1) : text;
        return span(marked, 'selected');
      });
      return joinAlike([line === 0 ? labelSpan(label) : span(' '.repeat(labelWidth)), ...cells]);
    });
    return lines;
  });
  return [[span(' '.repeat(labelWidth)), ...joinAlike(heads)], ...rows];

  function labelSpan(label: number): Span {
    const tone = label === worst ? 'warning' : label === selected?.label ? 'strong' : 'dim';
    return span(`${label}${label === worst ? glyphs.down : ' '}`, tone);
  }
}

/** The cell of the matrix at a place of its rows; undefined beside it. */
export function cellAt(
  { column, row }: { column: number; row: number },
  { cellHeight }: Pick<MatrixOptions, 'cellHeight'>,
): Cell | undefined {
  const digit = Math.floor((column - labelWidth) / cellWidth);
  const label = Math.floor((row - 1) / cellHeight);
  const isInside = [digit, label].every((value) => value >= 0 && value <= 9);
  return isInside ? { label, digit } : undefined;
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** From here on a share of a label's samples is more than a slip. */
const manyMistakes = 0.01;

interface CellFacts {
  value: number;
  /** Samples with this label. */
  total: number;
  /** The largest number of the matrix. */
  most: number;
  isRight: boolean;
}

function cellSpan(
  { value, total, most, isRight }: CellFacts,
  line: number,
  { cellHeight, glyphs }: Pick<MatrixOptions, 'cellHeight' | 'glyphs'>,
): { text: string; tone: Tone } {
  const text = (number: string, sign = ' ') => padTo(number, numberWidth, 'right') + sign;
  if (total === 0) return { text: text(line === 0 ? '-' : ''), tone: 'dim' };
  if (value === 0) {
    const nothing = isRight ? '0' : '.';
    return { text: text(line === 0 ? nothing : ''), tone: isRight ? 'bad' : 'dim' };
  }
  const tone = isRight ? 'good' : value / total >= manyMistakes ? 'bad' : 'warning';
  const shade = shadeOf(value, most, glyphs);
  if (line > 0) return { text: ` ${shade.repeat(numberWidth - 1)} `, tone };
  const number = value > 9999 ? `${Math.round(value / 1000)}k` : String(value);
  return { text: text(number, cellHeight === 1 ? shade : ' '), tone };
}

function shadeOf(value: number, most: number, { shades }: Glyphs): string {
  const share = Math.log1p(value) / Math.log1p(most);
  return shades[1 + Math.round(share * (shades.length - 2))];
}

/** The digit with the lowest recall; undefined where all are alike. */
function worstDigit(perClass: Evaluation['perClass']): number | undefined {
  const recalls = perClass.filter(({ recall }) => Number.isFinite(recall));
  const [worst] = recalls.toSorted((a, b) => a.recall - b.recall);
  return worst && recalls.some(({ recall }) => recall > worst.recall) ? worst.digit : undefined;
}

/** `4 read as 9: 12 of 982` */
export function cellWords({ confusion, perClass }: Evaluation, { label, digit }: Cell): string {
  const total = perClass[label].count;
  if (total === 0) return `there are no samples of ${label} here`;
  const value = confusion[label][digit];
  if (value === 0) {
    return label === digit ? `no ${label} was read right` : `no ${label} was read as ${digit}`;
  }
  return `${label} read as ${digit}: ${count(value)} of ${count(total)}`;
}
