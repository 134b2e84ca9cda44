interface Size {
  width: number;
  height: number;
}

/** Where a number, its picture and its digits are, in cells. */
export interface NumberLayout {
  picture: Size;
  answer: Size;
  /** What the network saw of each digit, side by side: `side` cells wide, half as high, two rows of words below. */
  strip: { side: 28 | 20 | 14 | 10; columns: number; rows: number };
}

const sides = [28, 20, 14, 10] as const;
const gap = 2;
/** Rows of words below a digit. */
export const digitWords = 2;
/** What the panels above want, besides half of the height. */
const leastPanelRows = 9;

/** @param digits how many there are; the strip shows as many as fit where they are too many */
export function numberLayout({ width, height }: Size, digits: number): NumberLayout {
  const inner = width - 2;
  const leastPanels = Math.max(leastPanelRows, Math.ceil(height / 2));
  const columnsOf = (side: number) => Math.floor((inner + gap) / (side + gap));
  const rowsOf = (side: number) => Math.ceil(Math.max(1, digits) / columnsOf(side));
  const heightOf = (side: number) => rowsOf(side) * (side / 2 + digitWords);
  const side = sides.find((each) => heightOf(each) <= height - leastPanels) ?? 10;
  const room = Math.max(1, Math.floor((height - leastPanels) / (side / 2 + digitWords)));
  const rows = Math.min(rowsOf(side), room);
  const panels = height - rows * (side / 2 + digitWords);
  const picture = Math.floor(width * 0.45);
  return {
    picture: { width: picture, height: panels },
    answer: { width: width - picture, height: panels },
    strip: { side, columns: columnsOf(side), rows },
  };
}
