interface Size {
  width: number;
  height: number;
}

/** Where the panels of several pictures are, in cells: the table at the left, the others at its right. */
export interface TableLayout {
  table: Size;
  totals: Size;
  /** The 28x28 of the selected picture, where there is room for it: below the totals, or beside them. */
  grid: (Size & { scale: 1 | 2; place: 'below' | 'beside' }) | undefined;
  /** The selected picture itself, below a grid that stands beside the totals. */
  picture: Size | undefined;
}

/** Rows of the totals without their histogram, in their border. */
const leastTotals = 20;
const leastPicture = 12;
const smallGrid = { width: 32, height: 16 };
const largeGrid = { width: 60, height: 30 };

/** @param area what the lines above and below the panels leave */
export function tableLayout({ width, height }: Size): TableLayout {
  const side = smallGrid.width;
  if (width >= 170 && height >= largeGrid.height) {
    const below = height - largeGrid.height;
    const hasPicture = below >= leastPicture;
    return {
      table: { width: width - side - largeGrid.width, height },
      totals: { width: side, height },
      grid: {
        width: largeGrid.width,
        height: hasPicture ? largeGrid.height : height,
        scale: 2,
        place: 'beside',
      },
      picture: hasPicture ? { width: largeGrid.width, height: below } : undefined,
    };
  }
  const hasGrid = width >= 100 && height >= smallGrid.height + leastTotals;
  return {
    table: { width: width - side, height },
    totals: { width: side, height: hasGrid ? height - smallGrid.height : height },
    grid: hasGrid ? { ...smallGrid, scale: 1, place: 'below' } : undefined,
    picture: undefined,
  };
}
