import { stripVTControlCharacters } from 'node:util';
import type { DOMElement } from 'ink';
import sliceAnsi from 'slice-ansi';
import { cellWidth } from '../cells.js';
import type { CellArea } from './element-area.js';
import type { TerminalSize } from './size.js';

/** Painted lines of each element that has some: every line is as wide as its element. */
export interface PaintedLines {
  get(element: DOMElement): readonly string[] | undefined;
}

/** A stretch of one row of the screen, from a column up to but without another. */
interface Segment {
  from: number;
  to: number;
  text: string;
}

/**
 * The rows of the screen: the lines of all elements where ink's layout has them, what is drawn later over what is
 * drawn earlier, cut at the edges of boxes that hide what overflows.
 *
 * @param base what ink has drawn itself, under everything
 */
export function composeRows(
  root: DOMElement | undefined,
  painted: PaintedLines,
  base: string,
  { columns, rows }: TerminalSize,
): string[] {
  const drawn = base.split('\n');
  const segments = Array.from({ length: rows }, (_, row) =>
    baseSegments(drawn[row] ?? '', columns),
  );
  const whole = { column: 0, row: 0, width: columns, height: rows };
  if (root) visit(root, { column: 0, row: 0 }, whole);
  return segments.map(joinSegments);

  function visit(element: DOMElement, parent: { column: number; row: number }, clip: CellArea) {
    const layout = element.yogaNode?.getComputedLayout();
    if (!layout || element.style.display === 'none') return;
    const place = { column: parent.column + layout.left, row: parent.row + layout.top };
    const area = { ...place, width: layout.width, height: layout.height };
    const lines = painted.get(element);
    if (lines) drawLines(segments, lines, area, clip);
    const { overflowX, overflowY } = element.style;
    const isClipped = overflowX === 'hidden' || overflowY === 'hidden';
    const inner = isClipped ? intersection(area, clip) : clip;
    for (const child of element.childNodes) {
      if (child.nodeName !== '#text') visit(child as DOMElement, place, inner);
    }
  }
}

/** Ink leaves out the spaces at the end of a row. */
function baseSegments(row: string, columns: number): Segment[] {
  const to = Math.min(columns, cellWidth(stripVTControlCharacters(row)));
  return to === 0 ? [] : [{ from: 0, to, text: sliceAnsi(row, 0, to) }];
}

function drawLines(
  segments: Segment[][],
  lines: readonly string[],
  area: CellArea,
  clip: CellArea,
): void {
  const shown = intersection(area, clip);
  if (shown.width <= 0) return;
  for (let row = shown.row; row < shown.row + shown.height; row += 1) {
    const line = lines[row - area.row];
    if (line === undefined) continue;
    const from = shown.column - area.column;
    const text = shown.width === area.width ? line : sliceAnsi(line, from, from + shown.width);
    cover(segments[row], { from: shown.column, to: shown.column + shown.width, text });
  }
}

/** Puts a stretch into a row, over what is there. */
function cover(row: Segment[], added: Segment): void {
  for (let index = row.length - 1; index >= 0; index -= 1) {
    const under = row[index];
    if (under.to <= added.from || under.from >= added.to) continue;
    const rest = [
      { from: under.from, to: added.from },
      { from: added.to, to: under.to },
    ];
    const left = rest
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) => ({
        from,
        to,
        text: sliceAnsi(under.text, from - under.from, to - under.from),
      }));
    row.splice(index, 1, ...left);
  }
  row.push(added);
}

function joinSegments(row: Segment[]): string {
  let text = '';
  let column = 0;
  for (const segment of row.sort((a, b) => a.from - b.from)) {
    text += ' '.repeat(segment.from - column) + segment.text;
    column = segment.to;
  }
  // What follows in the row is erased.
  return text.trimEnd();
}

function intersection(one: CellArea, other: CellArea): CellArea {
  const column = Math.max(one.column, other.column);
  const row = Math.max(one.row, other.row);
  const right = Math.min(one.column + one.width, other.column + other.width);
  const bottom = Math.min(one.row + one.height, other.row + other.height);
  return { column, row, width: right - column, height: bottom - row };
}
