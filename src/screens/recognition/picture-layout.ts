/** Where things are while one picture is shown, in cells. */
export interface PictureLayout {
  /** Height of the three panels beside each other, then their widths. */
  panelHeight: number;
  pictureWidth: number;
  gridWidth: number;
  answerWidth: number;
  /** Of the 28x28 picture. */
  gridScale: 1 | 2;
  /** The ten bars below each other, or five and five. */
  barRows: 5 | 10;
  /** Rows for the words that say what was done to the picture. */
  stageRows: number;
}

/** Cells of the 28x28 at scale 1, two pixels in a cell's height. */
const grid = { width: 28, height: 14 };
/** A panel's border and the space at its sides. */
const frame = { width: 4, height: 2 };
const stageRows = { least: 1, most: 3 };

/** Fills a work area of at least 80 by 22 to the last row. */
export function pictureLayout({ width, height }: { width: number; height: number }): PictureLayout {
  const isWide = width >= 112;
  const gridScale = isWide && height >= 2 * grid.height + frame.height + 5 + 2 ? 2 : 1;
  const least = gridScale * grid.height + frame.height;
  const barRows = height - least - 10 >= stageRows.least ? 10 : 5;
  const words = Math.min(stageRows.most, Math.max(stageRows.least, height - least - barRows));
  const gridWidth = gridScale * grid.width + frame.width;
  const answerWidth = width >= 180 ? 44 : isWide ? 24 : 20;
  return {
    panelHeight: height - barRows - words,
    pictureWidth: width - gridWidth - answerWidth,
    gridWidth,
    answerWidth,
    gridScale,
    barRows,
    stageRows: words,
  };
}
