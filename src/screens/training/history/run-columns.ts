import type { RunSummary } from '../../../host/protocol.js';
import { titleOf } from '../../../state/runs/run-facts.js';
import { cellWidth, cut } from '../../../ui/cells.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { ago } from '../../home/age.js';
import { trailLine } from '../../home/shown-run.js';
import { stateWords } from './state-words.js';

export interface RunColumn {
  title: string;
  width: number;
  align?: 'left' | 'right';
  cell: (run: RunSummary) => RowLike;
}

export interface RunColumnsOptions {
  /** Cells of all columns and the gaps between them. */
  width: number;
  gap: number;
  glyphs: Glyphs;
  /** Milliseconds since 1970. */
  now: number;
}

/** The columns that the list of runs has room for; name and curve have what the others leave. */
export function runColumns(
  runs: readonly RunSummary[],
  { width, gap, glyphs, now }: RunColumnsOptions,
): readonly RunColumn[] {
  const { ellipsis } = glyphs;
  const state: RunColumn = {
    title: 'state',
    width: stateWidth(glyphs),
    cell: (run) => [stateWords(run, glyphs)],
  };
  const best: RunColumn = {
    title: 'best',
    width: 8,
    align: 'right',
    cell: ({ best }) => percent(best?.validation.accuracy ?? Number.NaN, 2),
  };
  const data: RunColumn = {
    title: 'data',
    width: width >= wide ? 20 : 9,
    cell: ({ request }) => cut(request?.source ?? '-', data.width, { keep: 'end', ellipsis }),
  };
  const recipe: RunColumn = {
    title: 'recipe',
    width: 7,
    cell: ({ request }) => request?.settings.recipe ?? '-',
  };
  const epochs: RunColumn = {
    title: 'ep.',
    width: 4,
    align: 'right',
    cell: ({ epoch }) => String(epoch),
  };
  const time: RunColumn = {
    title: 'time',
    width: 6,
    align: 'right',
    cell: ({ seconds }) => shortTime(seconds ?? Number.NaN),
  };
  const started: RunColumn = {
    title: 'started',
    width: 11,
    cell: ({ startedAt }) => ago(startedAt, now),
  };
  const fixed = [state, data, recipe, best, epochs, time, ...(width >= wide ? [started] : [])];
  const taken = fixed.reduce((sum, column) => sum + column.width + gap, 0);
  const left = Math.max(0, width - taken - gap);
  const longest = Math.max(4, ...runs.map((run) => cellWidth(titleOf(run))));
  const nameWidth = Math.max(0, Math.min(longest, 36, left - shortestTrail));
  const trailWidth = Math.max(0, Math.min(longestTrail, left - nameWidth));
  const name: RunColumn = {
    title: 'name',
    width: nameWidth,
    cell: (run) => cut(titleOf(run), nameWidth, { ellipsis }),
  };
  const trail: RunColumn = {
    title: trailWidth >= 19 ? 'validation by epoch' : 'curve',
    width: trailWidth,
    cell: ({ validationTrail }) => [trailLine(validationTrail, trailWidth, glyphs)],
  };
  const [first, ...rest] = fixed;
  return [name, first, ...rest, trail];
}

/** `✓ finished` is the longest. */
function stateWidth({ check }: Glyphs): number {
  return cellWidth(`${check} finished`);
}

/** From this width on there is room for when it began. */
const wide = 100;
const shortestTrail = 6;
const longestTrail = 40;

/** In one unit: `42 s`, `17 min`, `2.1 h`. */
function shortTime(seconds: number): string {
  if (!Number.isFinite(seconds)) return '-';
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  if (seconds < 5970) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** A mark or none, before the columns. */
export function markCell(place: number, glyphs: Glyphs): RowLike {
  return [span(place < 0 ? ' ' : glyphs.dot, 'accent')];
}
