import { wordsOf } from '../../../core/run/sweep-plan.js';
import type { SweepTable } from '../../../core/run/sweep-table.js';
import type { RunSummary } from '../../../host/protocol.js';
import { cellWidth } from '../../../ui/cells.js';
import { rowWindow } from '../../../ui/components/row-window.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, span } from '../../../ui/rows.js';
import { cellWidthOfSweep, sweepCell } from './sweep-cell.js';

/** A place in the table, both from 0. */
export interface TablePlace {
  row: number;
  column: number;
}

export interface SweepTableOptions {
  place: TablePlace;
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** The table of a sweep: values down, and across where two settings vary; the chosen cell is inverted. */
export function sweepTableRows(
  { axes, cells, best }: SweepTable<RunSummary>,
  { place, width, height, glyphs }: SweepTableOptions,
): Row[] {
  const [down, across] = axes;
  const head = Math.max(cellWidth(wordsOf(down.setting)), ...down.values.map(widthOf)) + 2;
  const count = across?.values.length ?? 1;
  const columns = rowWindow({
    count,
    place: place.column,
    height: Math.max(1, Math.floor((width - head) / (cellWidthOfSweep + gap))),
  });
  const rows = rowWindow({
    count: down.values.length,
    place: place.row,
    height: Math.max(1, height - heads),
  });
  const titles = across ? across.values.map(String) : ['validation'];
  const hidden = count - (columns.to - columns.from);
  const more = hidden > 0 ? `, ${hidden} more ${glyphs.left} ${glyphs.right}` : '';
  const title = across ? `${wordsOf(across.setting)}${more}` : '';
  return [
    [span(' '.repeat(head + gap)), span(title, 'dim')],
    line(
      [span(wordsOf(down.setting), 'dim')],
      titles.map((text) => [span(text, 'strong')]),
    ),
    ...down.values
      .map((value, row) =>
        line(
          [span(String(value), 'strong')],
          cells[row].map((run, column) => [cell(run, row, column)]),
        ),
      )
      .slice(rows.from, rows.to),
  ];

  function cell(run: RunSummary | undefined, row: number, column: number) {
    const told = sweepCell(run, best, glyphs);
    const isChosen = row === place.row && column === place.column;
    return isChosen ? span(told.text.padEnd(cellWidthOfSweep), 'selected') : told;
  }

  function line(first: RowLike, others: readonly RowLike[]): Row {
    return joinColumns(
      [
        { row: first, width: head },
        ...others.slice(columns.from, columns.to).map((row) => ({ row, width: cellWidthOfSweep })),
      ],
      gap,
    );
  }
}

const gap = 2;
/** What the columns are, and their values. */
const heads = 2;

function widthOf(value: string | number): number {
  return cellWidth(String(value));
}
