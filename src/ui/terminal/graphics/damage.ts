import type { CellArea } from '../element-area.js';

/** Cells of a row that have been written over, from a column up to but without another. */
export interface WrittenCells {
  row: number;
  from: number;
  to: number;
}

/** Whether some of the cells lie in an area. */
export function isDamaged(area: CellArea, written: readonly WrittenCells[]): boolean {
  return written.some(
    ({ row, from, to }) =>
      row >= area.row &&
      row < area.row + area.height &&
      from < area.column + area.width &&
      to > area.column,
  );
}

/** Moves the cursor to the upper left cell of an area. */
export function moveTo({ column, row }: CellArea): string {
  return `\u001b[${row + 1};${column + 1}H`;
}

/** A name that two pictures share only if the one can stay where the other is. */
export function placeName({ key, area }: { key: string; area: CellArea }): string {
  return `${area.column},${area.row} ${area.width}x${area.height} ${key}`;
}
