/** Where pictures are beside and below each other, in cells. */
export interface MosaicLayout {
  columns: number;
  rows: number;
  /** Of one picture. */
  pictureWidth: number;
  pictureHeight: number;
}

export interface MosaicOptions {
  /** Cells. */
  width: number;
  height: number;
  /** Pixels of a picture as it is drawn; two of them are in a cell's height. */
  side: number;
}

/** Rows of words below a picture, and cells between two. */
export const captionHeight = 1;
export const mosaicGap = 1;
/** Words are as wide at least. */
const leastCaption = 13;

/** As many pictures as fit, one at least. */
export function mosaicLayout({ width, height, side }: MosaicOptions): MosaicLayout {
  const pictureWidth = Math.max(side, leastCaption);
  const pictureHeight = Math.ceil(side / 2);
  return {
    columns: Math.max(1, Math.floor((width + mosaicGap) / (pictureWidth + mosaicGap))),
    rows: Math.max(1, Math.floor(height / (pictureHeight + captionHeight))),
    pictureWidth,
    pictureHeight,
  };
}

/** Pictures that are seen at once. */
export function pageSize({ columns, rows }: Pick<MosaicLayout, 'columns' | 'rows'>): number {
  return columns * rows;
}

/** The first picture of the page that one is on. */
export function pageStart(place: number, layout: Pick<MosaicLayout, 'columns' | 'rows'>): number {
  return Math.floor(place / pageSize(layout)) * pageSize(layout);
}

/** The picture at a cell of the mosaic, counted from the first of the page; undefined beside all. */
export function pictureAt(
  { column, row }: { column: number; row: number },
  layout: MosaicLayout,
): number | undefined {
  const across = Math.floor(column / (layout.pictureWidth + mosaicGap));
  const down = Math.floor(row / (layout.pictureHeight + captionHeight));
  const isInside = column >= 0 && row >= 0 && across < layout.columns && down < layout.rows;
  return isInside ? down * layout.columns + across : undefined;
}
