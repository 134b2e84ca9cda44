export interface TableScroll {
  /** The first row that is shown, from 0. */
  from: number;
  /** The row that is looked at; -1 for none. */
  place: number;
  /** All rows, and how many are shown at once. */
  count: number;
  height: number;
}

/**
 * The first row to show: moved no further than it takes to see the row that is looked at, so that a row that is
 * clicked stays under the mouse.
 */
export function scrollTo({ from, place, count, height }: TableScroll): number {
  const last = Math.max(0, count - height);
  if (place < 0) return Math.min(from, last);
  return Math.min(last, Math.max(place - height + 1, Math.min(from, place)), place);
}
