/**
 * Takes a PNG's filters back, in place (https://www.w3.org/TR/png-3/#9Filters).
 *
 * @param rows each row after one byte that names its filter
 * @param options.step bytes of a pixel
 * @returns the rows alone, or undefined where a filter is not known
 */
export function undoFilters(
  rows: Uint8Array,
  { rowBytes, height, step }: { rowBytes: number; height: number; step: number },
): Uint8Array | undefined {
  const data = new Uint8Array(rowBytes * height);
  let above = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const from = y * (rowBytes + 1);
    const undo = undoings[rows[from]];
    if (!undo) return undefined;
    const row = data.subarray(y * rowBytes, (y + 1) * rowBytes);
    row.set(rows.subarray(from + 1, from + 1 + rowBytes));
    undo(row, above, step);
    above = row;
  }
  return data;
}

/** Takes one filter back, of a row in place, with the row above as it was. */
type Undo = (row: Uint8Array, above: Uint8Array, step: number) => void;

/** By the number of the filter: none, left, above, their mean, Paeth's. */
const undoings: readonly Undo[] = [
  () => {},
  (row, _, step) => {
    for (let at = step; at < row.length; at++) row[at] += row[at - step];
  },
  (row, above) => {
    for (let at = 0; at < row.length; at++) row[at] += above[at];
  },
  (row, above, step) => {
    for (let at = 0; at < row.length; at++) {
      row[at] += ((at < step ? 0 : row[at - step]) + above[at]) >> 1;
    }
  },
  (row, above, step) => {
    for (let at = 0; at < row.length; at++) {
      const left = at < step ? 0 : row[at - step];
      const corner = at < step ? 0 : above[at - step];
      row[at] += nearest(left, above[at], corner);
    }
  },
];

/** Paeth's predictor: which of the three is nearest to left + above - corner. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
