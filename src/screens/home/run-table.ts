import type { RunSummary } from '../../host/protocol.js';
import { percent } from '../../ui/format.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import type { Glyphs } from '../../ui/theme.js';
import { ago, runWords } from './home-facts.js';

/** Past runs, the newest first, as many as fit. */
export function runTable(
  runs: readonly RunSummary[],
  { width, height, glyphs, now }: { width: number; height: number; glyphs: Glyphs; now: number },
): Row[] {
  if (runs.length === 0) return [[span('no run yet: 2 opens Training', 'dim')]];
  const line = (name: RowLike, source: RowLike, what: RowLike, best: RowLike, when: RowLike) =>
    joinColumns([
      { row: name, width: 24 },
      { row: source, width: Math.max(10, width - 84) },
      { row: what, width: 24 },
      { row: best, width: 12, align: 'right' },
      { row: when, width: 14 },
    ]);
  const heads = ['run', 'data', 'ended', 'validation', 'started'].map((head) => [
    span(head, 'dim'),
  ]);
  const [name, source, what, best, when] = heads;
  return [
    line(name, source, what, best, when),
    ...runs
      .slice(0, Math.max(0, height - 1))
      .map((run) =>
        line(
          run.id,
          run.request?.source ?? '-',
          runWords(run, glyphs),
          percent(run.best?.validation.accuracy ?? Number.NaN, 2),
          ago(run.startedAt, now).slice(2),
        ),
      ),
  ];
}
