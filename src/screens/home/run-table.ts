import type { RunSummary } from '../../host/protocol.js';
import type { HostState } from '../../state/host-connection.js';
import { cellWidth, cut } from '../../ui/cells.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { ColumnCell, Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { ago } from './age.js';
import { runWords, trailLine } from './shown-run.js';

export interface RunTableOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
  /** Milliseconds since 1970. */
  now: number;
}

const titles = ['run', 'data', 'ended', 'best', 'validation by epoch', 'started'];

/** Past runs, the newest first, as many as fit. */
export function runTable(
  { runs, status }: Pick<HostState, 'runs' | 'status'>,
  { width, height, glyphs, now }: RunTableOptions,
): Row[] {
  if (!runs) {
    const words = status === 'ready' ? 'looking for runs' : 'the host lists them once it is there';
    return [[span(words, 'dim')]];
  }
  if (runs.length === 0) return [[span('no run yet: 2 opens Training, r starts one', 'dim')]];
  const shown = runs.slice(0, Math.max(0, height - 1));
  const columns = columnsFor(shown, width);
  const line = (cells: readonly RowLike[]) =>
    joinColumns(columns.map((column, index) => ({ row: cells[index], ...column })));
  const { ellipsis } = glyphs;
  return [
    line(titles.map((title) => [span(title, 'dim')])),
    ...shown.map((run) =>
      line([
        cut(run.id, columns[0].width, { ellipsis }),
        cut(sourceOf(run), columns[1].width, { keep: 'end', ellipsis }),
        runWords(run, glyphs),
        percent(run.best?.validation.accuracy ?? Number.NaN, 2),
        [trailLine(run.validationTrail, columns[4].width, glyphs)],
        ago(run.startedAt, now),
      ]),
    ),
  ];
}

function sourceOf({ request }: RunSummary): string {
  return request?.source ?? '-';
}

const [longestName, longestSource, longestTrail] = [28, 32, 60];

/** Names are as wide as they need to be; the curve has what the others leave. */
function columnsFor(
  runs: readonly RunSummary[],
  width: number,
): readonly Omit<ColumnCell, 'row'>[] {
  const name = widest([titles[0], ...runs.map(({ id }) => id)], longestName);
  const source = widest([titles[1], ...runs.map(sourceOf)], longestSource);
  const [ended, best, started] = [24, 8, 12];
  const gaps = 2 * (titles.length - 1);
  const left = width - name - source - ended - best - started - gaps;
  const trail = Math.max(0, Math.min(longestTrail, left));
  return [
    { width: name },
    { width: source },
    { width: ended },
    { width: best, align: 'right' },
    { width: trail },
    { width: started },
  ];
}

function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(...texts.map(cellWidth)));
}
