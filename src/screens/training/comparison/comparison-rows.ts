import { bestOf } from '../../../core/run/sweep-table.js';
import type { ComparedRun } from '../../../state/runs/comparison-store.js';
import type { RunDifferences } from '../../../state/runs/run-differences.js';
import { cellWidth, cut } from '../../../ui/cells.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, span } from '../../../ui/rows.js';
import { type ComparisonColumn, columnGap, columnPages } from './comparison-columns.js';
import { runSign } from './run-signs.js';

export interface ComparisonRowsOptions {
  width: number;
  glyphs: Glyphs;
  /** Of the columns, from 0; after the last comes the first. */
  page: number;
}

/** A row a run: its sign, its name, and a page of the columns. The best has a star. */
export function comparisonRows(
  runs: readonly ComparedRun[],
  columns: readonly ComparisonColumn[],
  { width, glyphs, page }: ComparisonRowsOptions,
): Row[] {
  const name = nameWidth(runs, width);
  const pages = columnPages(columns, width - headWidth(name));
  const shown = pages[page % pages.length] ?? [];
  const best = bestOf(runs.map(({ run }) => run));
  const heads = line(
    ['', [span('run', 'dim')]],
    shown.map(({ title }) => [span(title, 'dim')]),
  );
  return [heads, ...runs.map(runRow)];

  function runRow(compared: ComparedRun, place: number): Row {
    const { title, log, problem, run } = compared;
    const { letter, tone, stroke } = runSign(place);
    const mark = stroke === 'solid' ? glyphs.solidLine : glyphs.dottedLine;
    const sign = [span(`${letter} ${mark}`, tone), span(run === best ? glyphs.best : ' ', 'good')];
    const head: RowLike[] = [sign, cut(title, name, glyphs)];
    if (log === 'loading') return [...line(head, []), span('reading its log', 'dim')];
    if (log === 'failed') return [...line(head, []), span(`${glyphs.cross} ${problem}`, 'bad')];
    return line(
      head,
      shown.map(({ cells }) => cells[place]),
    );
  }

  function line([sign, words]: readonly RowLike[], cells: readonly RowLike[]): Row {
    return joinColumns(
      [
        { row: sign, width: signWidth },
        { row: words, width: name },
        ...cells.map((row, place) => {
          const { width, align } = shown[place];
          return { row, width, align };
        }),
      ],
      columnGap,
    );
  }
}

/** How many pages the columns make. */
export function countPages(
  runs: readonly ComparedRun[],
  columns: readonly ComparisonColumn[],
  width: number,
): number {
  return columnPages(columns, width - headWidth(nameWidth(runs, width))).length;
}

/** What is the same for all, in one line. */
export function sharedWords({ shared }: Pick<RunDifferences, 'shared'>): string {
  return shared.map(({ name, value }) => `${name} ${value}`).join(', ');
}

/** Letter, line and star. */
const signWidth = 4;

function nameWidth(runs: readonly ComparedRun[], width: number): number {
  const longest = Math.max(8, ...runs.map(({ title }) => cellWidth(title)));
  return Math.min(longest, Math.max(12, Math.floor(width * 0.3)));
}

function headWidth(name: number): number {
  return signWidth + name + 2 * columnGap;
}
