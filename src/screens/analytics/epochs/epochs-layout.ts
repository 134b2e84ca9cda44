import { matrixWidth } from '../scores/matrix-rows.js';

interface Size {
  width: number;
  height: number;
}

/** Cells of everything on the view of epochs; together they fill it. */
export interface EpochsLayout {
  /** The picture as the network sees it, or the confusion matrix. */
  left: Size;
  /** What the weights of the epoch answer. */
  right: Size;
  /** The curve over the epochs, and the line that is scrubbed along. */
  timeline: Size;
  /** Cells that a pixel of the picture takes across. */
  scale: 1 | 2;
  /** Rows that a cell of the matrix takes. */
  cellHeight: 1 | 2;
}

/** Border and space at both sides, border above and below. */
const frame = { width: 4, height: 2 };
/** 28 pixels are 28 cells by 14. */
const picture = { width: 28, height: 14 };
const leastTimeline = 5;
const mostTimeline = 16;
/** Ten bars, and words about them. */
const leastRight = 40;
/** Ten rows of two, and their heads. */
const tallMatrix = 21;

/** @param area what the frame of Analytics leaves, 80x21 or more */
export function epochsLayout(area: Size, face: 'picture' | 'matrix'): EpochsLayout {
  const isLarge =
    area.width >= 2 * picture.width + frame.width + leastRight &&
    area.height >= 2 * picture.height + frame.height + leastTimeline;
  const scale = face === 'picture' && isLarge ? 2 : 1;
  const isTall = area.height >= tallMatrix + frame.height + leastTimeline;
  const inner = face === 'matrix' && isTall ? tallMatrix : scale * picture.height;
  const room = area.height - inner - frame.height;
  const timelineHeight = Math.min(mostTimeline, Math.max(leastTimeline, room));
  const height = area.height - timelineHeight;
  const left = frame.width + (face === 'picture' ? scale * picture.width : matrixWidth);
  return {
    left: { width: left, height },
    right: { width: area.width - left, height },
    timeline: { width: area.width, height: timelineHeight },
    scale,
    cellHeight: isTall ? 2 : 1,
  };
}
