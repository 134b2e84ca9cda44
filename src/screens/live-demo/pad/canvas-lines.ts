import { canvasSide, type Point } from '../../../core/drawing/stroke.js';
import { type DrawOptions, type GreyImage, greyLines } from '../../../ui/components/half-blocks.js';
import { shrink } from '../../../ui/components/picture-lines.js';
import type { Row } from '../../../ui/rows.js';
import { rowWidth } from '../../../ui/rows.js';
import { paintRow, type Theme } from '../../../ui/theme.js';

/** Something written over the canvas, in cells of it. */
export interface CanvasNote {
  column: number;
  row: number;
  words: Row;
}

export interface CanvasLinesOptions extends DrawOptions {
  /** Rows; the canvas is twice as many cells wide. */
  rows: number;
  theme: Theme;
  /** At most one a row; what does not fit is left out. */
  notes: readonly CanvasNote[];
}

/** The canvas as painted lines, with notes over it. */
export function canvasLines(pixels: Uint8Array, options: CanvasLinesOptions): string[] {
  const { rows, notes, theme } = options;
  const side = 2 * rows;
  const image = shrink({ width: canvasSide, height: canvasSide, pixels }, side, side);
  const lines = greyLines(image, options);
  for (const { column, row, words } of notes) {
    const end = column + rowWidth(words);
    if (row < 0 || row >= rows || column < 0 || end > side) continue;
    const [before] = greyLines(cellsOf(image, row, 0, column), options);
    const [after] = greyLines(cellsOf(image, row, end, side), options);
    lines[row] = before + paintRow(words, theme) + after;
  }
  return lines;
}

/** The cell of the canvas that a place lies in. */
export function cellAt({ x, y }: Point, rows: number): { column: number; row: number } {
  const cell = (value: number, cells: number) =>
    Math.min(cells - 1, Math.max(0, Math.floor((value / canvasSide) * cells)));
  return { column: cell(x, 2 * rows), row: cell(y, rows) };
}

/** The place in the middle of a cell; cells beside the canvas have places beside it. */
export function placeOf({ column, row }: { column: number; row: number }, rows: number): Point {
  return {
    x: ((column + 0.5) / (2 * rows)) * canvasSide,
    y: ((row + 0.5) / rows) * canvasSide,
  };
}

/** The two rows of pixels that a row of cells shows, from one column to before another. */
function cellsOf({ width, pixels }: GreyImage, row: number, from: number, to: number): GreyImage {
  const part = Array.from({ length: 2 * (to - from) }, (_, index) => {
    const [line, column] = [Math.floor(index / (to - from)), index % (to - from)];
    return pixels[(2 * row + line) * width + from + column];
  });
  return { width: to - from, height: 2, pixels: part };
}
