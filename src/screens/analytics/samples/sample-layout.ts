/** Where things are while one sample is large, in cells. */
export interface SampleLayout {
  /** Of the 28x28 picture. */
  scale: 1 | 2;
  pictureWidth: number;
  pictureHeight: number;
  /** What stands beside the picture. */
  besideWidth: number;
  /** The ten bars, and the file's own picture beside or below them. */
  barsWidth: number;
  fileWidth: number;
  fileHeight: number;
  file: 'beside-bars' | 'below-bars';
  /** Pixels of a training sample in the row below. */
  neighbourSide: number;
}

/** Cells of the 28x28 at scale 1, two pixels in a cell's height. */
const picture = { width: 28, height: 14 };
export const sampleGap = 2;
/** Rows beside the picture above and below the bars and the file. */
export const wordsAbove = 2;
export const wordsBelow = 2;
const bars = 10;
/** Sizes that training samples are drawn in, and how many there are. */
const neighbourSides = [28, 14, 12];
const neighbours = 5;

/** Fills the area of a view, of at least 80 by 21. */
export function sampleLayout({ width, height }: { width: number; height: number }): SampleLayout {
  const scale = width >= 112 && height >= 2 * picture.height + 8 ? 2 : 1;
  const [pictureWidth, pictureHeight] = [picture.width * scale, picture.height * scale];
  const besideWidth = width - pictureWidth - sampleGap;
  const room = pictureHeight - wordsAbove - wordsBelow;
  const isBelow = room >= bars + 8;
  const barsWidth = isBelow ? besideWidth : Math.floor((besideWidth - sampleGap) / 2);
  const most = Math.min(Math.floor(width / neighbours) - 1, 2 * (height - pictureHeight - 1));
  return {
    scale,
    pictureWidth,
    pictureHeight,
    besideWidth,
    barsWidth,
    fileWidth: isBelow ? besideWidth : besideWidth - sampleGap - barsWidth,
    fileHeight: isBelow ? room - bars - 1 : room,
    file: isBelow ? 'below-bars' : 'beside-bars',
    neighbourSide: neighbourSides.find((side) => side <= most) ?? 8,
  };
}
