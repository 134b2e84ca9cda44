/** Samples with one label that were read as another digit, at two times. */
export interface CellChange {
  label: number;
  digit: number;
  before: number;
  after: number;
}

/** Mistakes that became more or fewer between two confusion matrices (labels in rows), the largest change first. */
export function changedCells(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): CellChange[] {
  return after
    .flatMap((row, label) =>
      row.map((count, digit) => ({ label, digit, before: before[label][digit], after: count })),
    )
    .filter(({ label, digit, ...cell }) => label !== digit && cell.before !== cell.after)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({ before, after }: CellChange): number {
  return Math.abs(after - before);
}
