import { canvasRows } from '../pad/canvas-rows.js';

interface Size {
  width: number;
  height: number;
}

/** Where things are while a room watches a training, in cells. */
export interface DemoLayout {
  /** Rows of the canvas itself. */
  rows: number;
  pad: Size;
  /** The ten bars: below the canvas in a panel, or five and five across the screen. */
  bars: Size & { kind: 'panel' | 'across' };
  curve: Size;
  epochs: Size;
  /** How far it is. */
  progress: Size;
}

/** From this height on there is room for ten bars below the canvas. */
const roomyHeight = 34;
const panelHeight = 12;
/** Of the width that the canvas takes at most. */
const padShare = 0.45;

/** @param area the work area, 80x22 or more; the parts fill its height */
export function demoLayout({ width, height }: Size): DemoLayout {
  const isRoomy = height >= roomyHeight;
  const progress = { width, height: isRoomy ? 2 : 1 };
  const barsHeight = isRoomy ? panelHeight : 5;
  const rows = canvasRows({
    width: Math.floor(width * padShare) - 4,
    height: height - barsHeight - progress.height - 2,
  });
  const pad = { width: 2 * rows + 4, height: rows + 2 };
  const side = width - pad.width;
  const sideHeight = height - progress.height - (isRoomy ? 0 : barsHeight);
  const curveHeight = Math.ceil(sideHeight * 0.55);
  return {
    rows,
    pad,
    bars: isRoomy
      ? { kind: 'panel', width: pad.width, height: barsHeight }
      : { kind: 'across', width: width - 2, height: barsHeight },
    curve: { width: side, height: curveHeight },
    epochs: { width: side, height: sideHeight - curveHeight },
    progress,
  };
}
