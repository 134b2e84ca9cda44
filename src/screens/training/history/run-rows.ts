import type { RunSummary } from '../../../host/protocol.js';
import type { HistoryState, ShownRuns } from '../../../state/runs/history-state.js';
import { rowWindow } from '../../../ui/components/row-window.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, rowText, span } from '../../../ui/rows.js';
import { markCell, runColumns } from './run-columns.js';

export interface RunRowsOptions {
  width: number;
  /** With the heads of the columns. */
  height: number;
  glyphs: Glyphs;
  /** Milliseconds since 1970. */
  now: number;
}

/** Rows of the list above its runs. */
export const listHeads = 1;

/** Heads of columns and as many runs as find room, the selected one among them. */
export function runRows(
  { rows, index }: Pick<ShownRuns, 'rows' | 'index'>,
  { marked }: Pick<HistoryState, 'marked'>,
  { width, height, glyphs, now }: RunRowsOptions,
): Row[] {
  const gap = 1;
  const columns = runColumns(rows, { width: width - 2, gap, glyphs, now });
  const line = (mark: RowLike, cells: readonly RowLike[]) =>
    joinColumns(
      [
        { row: mark, width: 1 },
        ...columns.map(({ width, align }, place) => ({ row: cells[place], width, align })),
      ],
      gap,
    );
  const { from, to } = shownWindow({ count: rows.length, index, height });
  const heads = line(
    ' ',
    columns.map(({ title }) => [span(title, 'dim')]),
  );
  return [heads, ...rows.slice(from, to).map((run, place) => runRow(run, from + place))];

  function runRow(run: RunSummary, at: number): Row {
    const mark = markCell(marked.indexOf(run.id), glyphs);
    const row = line(
      mark,
      columns.map(({ cell }) => cell(run)),
    );
    return at === index ? [span(rowText(row), 'selected')] : row;
  }
}

/** Which of the runs are shown in `height` rows with the heads. */
export function shownWindow({
  count,
  index,
  height,
}: {
  count: number;
  index: number;
  height: number;
}): { from: number; to: number } {
  return rowWindow({ count, place: index, height: Math.max(0, height - listHeads) });
}
