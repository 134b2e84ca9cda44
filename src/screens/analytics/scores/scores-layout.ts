import { matrixWidth } from './matrix-rows.js';

/** Where things are in the view Scores, in cells. */
export interface ScoresLayout {
  cellHeight: 1 | 2;
  /** The panel of the matrix and of the digits beside it. */
  matrixHeight: number;
  digitsWidth: number;
  /** The panels below. */
  bottomHeight: number;
  figuresWidth: number;
}

/** A panel's border and the space at its sides. */
const frame = { width: 4, height: 2 };
/** Between the matrix and the figures of its digits. */
export const digitsGap = 1;
/** Rows of figures that there are at least, and the line between the panels. */
const leastBelow = 7;
const line = 1;

/** Fills the area of a view, of at least 80 by 21, to the last row. */
export function scoresLayout({ width, height }: { width: number; height: number }): ScoresLayout {
  const rows = (cellHeight: number) => 1 + 10 * cellHeight + frame.height;
  const cellHeight = height >= rows(2) + line + leastBelow ? 2 : 1;
  return {
    cellHeight,
    matrixHeight: rows(cellHeight),
    digitsWidth: width - frame.width - matrixWidth - digitsGap,
    bottomHeight: height - rows(cellHeight) - line,
    figuresWidth: Math.min(44, Math.floor(width * 0.42)),
  };
}
