import type { RunSummary } from '../../../host/protocol.js';
import { titleOf } from '../../../state/runs/run-facts.js';
import { cellWidth, cut } from '../../../ui/cells.js';
import { rowWindow } from '../../../ui/components/row-window.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, rowText, span } from '../../../ui/rows.js';
import { settingWords } from '../history/setting-words.js';

export interface QueueRowsOptions {
  /** The place of the run that the keys act on, from 0. */
  index: number;
  width: number;
  /** With the heads of the columns. */
  height: number;
  glyphs: Glyphs;
}

/** Heads of columns, and the runs that wait, the next one first. */
export function queueRows(
  waiting: readonly RunSummary[],
  { index, width, height, glyphs }: QueueRowsOptions,
): Row[] {
  const { ellipsis } = glyphs;
  const longest = Math.max(4, ...waiting.map((run) => cellWidth(titleOf(run))));
  const name = Math.min(longest, Math.max(16, Math.floor(width * 0.3)));
  const data = width >= 100 ? 24 : 12;
  const widths = [5, name, data, width - 5 - name - data - 6];
  const line = (cells: readonly RowLike[]) =>
    joinColumns(cells.map((row, place) => ({ row, width: widths[place] })));
  const { from, to } = queueWindow(waiting.length, index, height);
  return [
    line(['place', 'name', 'data', 'settings'].map((title) => [span(title, 'dim')])),
    ...waiting.slice(from, to).map((run, row) => {
      const { request } = run;
      const cells = line([
        String(from + row + 1).padStart(3),
        cut(titleOf(run), name, { ellipsis }),
        cut(request?.source ?? '-', data, { keep: 'end', ellipsis }),
        cut(request ? settingWords(request.settings) : '-', widths[3], { ellipsis }),
      ]);
      return from + row === index ? [span(rowText(cells), 'selected')] : cells;
    }),
  ];
}

/** Which of the runs are shown in `height` rows with the heads. */
export function queueWindow(count: number, index: number, height: number) {
  return rowWindow({ count, place: index, height: Math.max(0, height - 1) });
}

/** What the queue waits for. */
export function goingRow(going: RunSummary | undefined, glyphs: Glyphs): Row {
  if (!going) return [span(' nothing is under way', 'dim')];
  const { status, epoch, request } = going;
  const far =
    status === 'waiting'
      ? 'its data is being loaded'
      : `epoch ${Math.max(1, epoch)} of ${request?.settings.epochs ?? '?'}`;
  const words = status === 'paused' ? 'is paused, and all that wait with it' : 'is under way';
  return [span(` ${glyphs.dot} `, 'accent'), span(`${titleOf(going)} ${words}: ${far}`)];
}
