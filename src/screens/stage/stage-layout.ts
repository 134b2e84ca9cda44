import { blockTextHeight, blockTextWidth } from '../../ui/components/block-text.js';

interface Size {
  width: number;
  height: number;
}

/** Where things are while one picture is on stage, in cells. */
export interface StagePictureLayout {
  /** Free rows above and below both columns. */
  rim: 0 | 1;
  /** The column at the right: a digit of `digitHeight` rows in the middle of it. */
  answerWidth: number;
  digitHeight: number;
  /** The column at the left: name, picture, words, percentage, a free row, bar, from top to bottom. */
  leftWidth: number;
  picture: Size;
  percentageHeight: number;
  barHeight: number;
}

/** Free cells at the sides of both columns. */
const margin = 2;
/** The name, the words below the picture, and the row above the bar. */
const singleRows = 3;
const widestPercentage = '100.0%';

/** @param area the work area, 80x22 or more; the rows of the left column fill its height */
export function stagePictureLayout({ width, height }: Size): StagePictureLayout {
  const rim = height >= 30 ? 1 : 0;
  const digitRoom = { width: Math.floor(width * 0.45), height: height - 2 };
  const digitHeight = blockTextHeight('0', digitRoom) ?? digitRoom.height;
  const answerWidth = blockTextWidth('0', digitHeight) + 2 * margin;
  const leftWidth = width - answerWidth - margin;
  const percentageRoom = { width: leftWidth, height: Math.round(height * 0.3) };
  const percentageHeight = blockTextHeight(widestPercentage, percentageRoom) ?? 1;
  const barHeight = Math.max(3, Math.round(height / 9));
  const pictureHeight = height - 2 * rim - singleRows - percentageHeight - barHeight;
  return {
    rim,
    answerWidth,
    digitHeight,
    leftWidth,
    picture: { width: leftWidth, height: pictureHeight },
    percentageHeight,
    barHeight,
  };
}
