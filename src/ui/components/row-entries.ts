import { cellWidth } from '../cells.js';
import type { Row, RowLike } from '../rows.js';
import { rowText, toRow } from '../rows.js';

/** A piece of a row, and what a click on it means; without a value it is only looked at. */
export interface RowEntry<Value> {
  row: RowLike;
  value?: Value;
}

/** The entries side by side. */
export function entriesRow(entries: readonly RowEntry<unknown>[]): Row {
  return entries.flatMap(({ row }) => toRow(row));
}

/** What stands in a cell of that row, 0 the first. */
export function entryAt<Value>(
  entries: readonly RowEntry<Value>[],
  column: number,
): Value | undefined {
  let end = 0;
  const found = entries.find(({ row }) => {
    end += cellWidth(rowText(row));
    return column < end;
  });
  return column < 0 ? undefined : found?.value;
}
