/** Rows of a list that are shown: from `from` on, before `to`. */
export interface ListWindow {
  from: number;
  to: number;
}

export interface ListSize {
  /** All rows. */
  count: number;
  /** Rows that are shown at once. */
  height: number;
}

/**
 * What is shown once the row at `place` is looked at: the list moves only as far as that row would be out of sight, so
 * that a row stays under the mouse that chose it.
 */
export function windowWith(place: number, from: number, { count, height }: ListSize): ListWindow {
  const last = Math.max(0, count - height);
  const seen = Math.min(place, Math.max(place - height + 1, from));
  const start = Math.max(0, Math.min(last, seen));
  return { from: start, to: Math.min(count, start + Math.max(0, height)) };
}

/** The window and the place in it after the list was moved by so many rows; the place stays in sight. */
export function scrolled(
  rows: number,
  { from, place }: { from: number; place: number },
  { count, height }: ListSize,
): { from: number; place: number } {
  const last = Math.max(0, count - height);
  const start = Math.max(0, Math.min(last, from + rows));
  return { from: start, place: Math.max(start, Math.min(start + height - 1, place)) };
}
