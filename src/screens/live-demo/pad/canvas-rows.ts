/** Rows of the largest canvas in so many cells: a cell is about twice as high as wide, so it takes two columns a row. */
export function canvasRows({ width, height }: { width: number; height: number }): number {
  return Math.max(1, Math.min(Math.floor(height), Math.floor(width / 2)));
}
