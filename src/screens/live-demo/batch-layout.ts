interface Size {
  width: number;
  height: number;
}

/** Where the panels of a batch are, in cells. */
export interface BatchLayout {
  table: Size;
  totals: Size;
  /** Below the totals; undefined where either of them has the place. */
  picture: Size | undefined;
}

const sideWidth = 32;
/** Rows of the totals in their border, and of a picture that is worth looking at. */
const totalsRows = 21;
const leastPicture = 12;

/** @param area what the lines above and below the panels leave */
export function batchLayout({ width, height }: Size): BatchLayout {
  const side = width >= 150 ? 56 : sideWidth;
  const table = { width: width - side, height };
  const below = height - totalsRows;
  if (below < leastPicture) return { table, totals: { width: side, height }, picture: undefined };
  return {
    table,
    totals: { width: side, height: totalsRows },
    picture: { width: side, height: below },
  };
}
