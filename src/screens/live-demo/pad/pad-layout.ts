import { canvasRows } from './canvas-rows.js';

/** Where things are on the drawing pad, in cells. */
export interface PadLayout {
  /** Rows of the canvas itself, which is twice as many columns wide. */
  rows: number;
  /** Its panel. */
  padWidth: number;
  padHeight: number;
  /** The column beside it. */
  sideWidth: number;
  /** Whether what stands there is in panels. */
  side: 'plain' | 'panels';
  /** The ten bars below each other, or five and five. */
  barRows: 5 | 10;
  /** Of the panel of what was kept; 0 where there is no room for it. */
  ownHeight: number;
}

/** Cells of the 28x28, with the border and the space of a panel. */
export const seenPanel = { width: 32, height: 16 };
/** The 28x28, a space, and a digit beside it. */
const leastSide = 36;
const panelSide = 44;
/** Ten bars with a border. */
export const barsPanelHeight = 12;
const leastOwn = 6;
/** A row of words above the 28x28, one between it and the bars, and one below them. */
const plainRows = 3;

/** @param area the work area, 80x22 or more */
export function padLayout({ width, height }: { width: number; height: number }): PadLayout {
  const rows = canvasRows({ width: width - leastSide - 4, height: height - 2 });
  const padWidth = 2 * rows + 4;
  const sideWidth = width - padWidth;
  const panels = seenPanel.height + barsPanelHeight;
  const side = sideWidth >= panelSide && height >= panels ? 'panels' : 'plain';
  const left = height - panels;
  const hasTen = side === 'panels' || height >= 14 + 10 + plainRows;
  return {
    rows,
    padWidth,
    padHeight: rows + 2,
    sideWidth,
    side,
    barRows: hasTen ? 10 : 5,
    ownHeight: side === 'panels' && left >= leastOwn ? left : 0,
  };
}
