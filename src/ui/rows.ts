import { cellWidth, cut, padTo, printable } from './cells.js';

/** What a piece of text means; theme.ts says how a meaning looks. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'dim'
  /** What the eye is led to, and the first line of a chart. */
  | 'accent'
  /** The second line of a chart. */
  | 'second'
  | 'good'
  | 'warning'
  | 'bad'
  | 'selected';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of the screen, left to right. */
export type Row = readonly Span[];

/** What a caller may write for a row: plain text, or pieces of it. */
export type RowLike = string | readonly (string | Span)[];

export function span(text: string, tone: Tone = 'plain'): Span {
  return { text, tone };
}

export function toRow(row: RowLike): Row {
  const pieces = typeof row === 'string' ? [row] : row;
  return pieces.map((piece) => (typeof piece === 'string' ? span(piece) : piece));
}

/** The words of a row, without their tones. */
export function rowText(row: RowLike): string {
  return toRow(row)
    .map((piece) => piece.text)
    .join('');
}

export function rowWidth(row: RowLike): number {
  return cellWidth(rowText(row));
}

/** `row` in exactly `width` cells: cut with an ellipsis or filled with spaces; control characters become spaces. */
export function fitRow(row: RowLike, width: number, ellipsis = '…'): Row {
  const pieces = toRow(row).map(({ text, tone }) => span(printable(text), tone));
  const widths = pieces.map(({ text }) => cellWidth(text));
  const missing = width - widths.reduce((sum, piece) => sum + piece, 0);
  if (missing === 0) return pieces;
  return missing > 0
    ? [...pieces, span(' '.repeat(missing))]
    : cutRow(pieces, widths, width, ellipsis);
}

function cutRow(row: Row, widths: readonly number[], width: number, ellipsis: string): Row {
  const kept: Span[] = [];
  let room = Math.max(0, width);
  for (const [index, { text, tone }] of row.entries()) {
    if (room === 0) break;
    // A piece that fills the room to the last cell still makes place for the sign that more follows.
    const isLast = widths[index] >= room;
    const shown = isLast ? cut(`${text} `, room, { ellipsis }) : text;
    kept.push(span(shown, tone));
    room -= isLast ? room : widths[index];
    // A wide character that is cut leaves a cell.
    if (isLast) kept.push(span(' '.repeat(width - rowWidth(kept))));
  }
  return kept.filter(({ text }) => text !== '');
}

export interface ColumnCell {
  row: RowLike;
  /** Cells of this column; longer content is cut. */
  width: number;
  align?: 'left' | 'right';
}

/** Cells side by side, each in its own width, `gap` spaces between them: a line of a table. */
export function joinColumns(cells: readonly ColumnCell[], gap = 2): Row {
  return cells.flatMap(({ row, width, align = 'left' }, index) => {
    const space = index === 0 || gap === 0 ? [] : [span(' '.repeat(gap))];
    const indent = align === 'right' ? width - rowWidth(row) : 0;
    const content = indent > 0 ? [span(' '.repeat(indent)), ...toRow(row)] : row;
    return [...space, ...fitRow(content, width)];
  });
}

/** `rows` as exactly `height` rows of `width` cells. */
export function fitRows(rows: readonly RowLike[], width: number, height = rows.length): Row[] {
  return Array.from({ length: Math.max(0, height) }, (_, index) =>
    fitRow(rows[index] ?? '', width),
  );
}

/** Text of a fixed width that keeps its end, as a path does. */
export function fitEnd(text: string, width: number): string {
  return padTo(cut(printable(text), width, { keep: 'end' }), width);
}
