import type { ComparedRun } from '../../../state/runs/comparison-store.js';
import type { RunDifferences } from '../../../state/runs/run-differences.js';
import { cellWidth } from '../../../ui/cells.js';
import { decimal, duration, percent, rate } from '../../../ui/format.js';
import type { Metric } from '../metric-axis.js';

/** A column of the table of compared runs. */
export interface ComparisonColumn {
  title: string;
  /** One for each run, in their order. */
  cells: readonly string[];
  align: 'left' | 'right';
  width: number;
  /** On every page of columns. */
  pinned?: 'pinned';
}

export interface ComparisonColumnsOptions {
  metric: Metric;
  /** The epoch whose values are read. */
  cursor?: number;
}

/** The values under the cursor, what differs in the settings, and what came of each run. */
export function comparisonColumns(
  runs: readonly ComparedRun[],
  { differing }: Pick<RunDifferences, 'differing'>,
  { metric, cursor }: ComparisonColumnsOptions,
): readonly ComparisonColumn[] {
  const under =
    cursor === undefined
      ? []
      : [
          {
            ...figures(`at epoch ${cursor}`, runs, (run) => valueAt(run, cursor, metric)),
            pinned: 'pinned' as const,
          },
        ];
  return [
    ...under,
    figures('best', runs, ({ run }) => percent(run.best?.validation.accuracy ?? Number.NaN, 2)),
    figures('epoch', runs, ({ run }) => String(run.best?.epoch ?? '-')),
    ...differing.map(({ name, values }) => column(name, values, 'left')),
    figures('loss', runs, ({ run }) => decimal(run.best?.validation.loss ?? Number.NaN)),
    figures('epochs', runs, ({ run }) => String(run.history.length)),
    figures('time', runs, (run) => duration(secondsOf(run))),
    figures('speed', runs, ({ run }) => rate(speedOf(run), 'images')),
    column(
      'state',
      runs.map(({ run }) => run.status),
      'left',
    ),
  ];
}

/** Columns side by side, as many pages of them as the width asks for; a column that is wider than a page is cut. */
export function columnPages(
  columns: readonly ComparisonColumn[],
  width: number,
): readonly (readonly ComparisonColumn[])[] {
  const pinned = columns.filter((column) => column.pinned);
  const room = pinned.reduce((left, column) => left - column.width - columnGap, width);
  const pages: ComparisonColumn[][] = [];
  let left = 0;
  for (const each of columns.filter((column) => !column.pinned)) {
    const last = pages.at(-1);
    if (last && each.width + columnGap <= left) {
      last.push(each);
      left -= each.width + columnGap;
    } else {
      pages.push([...pinned, { ...each, width: Math.max(0, Math.min(each.width, room)) }]);
      left = room - each.width;
    }
  }
  return pages;
}

export const columnGap = 2;

function figures(
  title: string,
  runs: readonly ComparedRun[],
  read: (run: ComparedRun) => string,
): ComparisonColumn {
  return column(title, runs.map(read), 'right');
}

/** A long source would leave no room for anything else. */
const widest = 24;

function column(
  title: string,
  cells: readonly string[],
  align: ComparisonColumn['align'],
): ComparisonColumn {
  const width = Math.min(widest, Math.max(...[title, ...cells].map(cellWidth)));
  return { title, cells, align, width };
}

function valueAt({ run }: ComparedRun, cursor: number, metric: Metric): string {
  const record = run.history.find(({ epoch }) => epoch === cursor);
  const value = record?.validation[metric] ?? Number.NaN;
  return metric === 'loss' ? decimal(value) : percent(value, 2);
}

function secondsOf({ run, seconds }: ComparedRun): number {
  return run.outcome?.seconds ?? seconds ?? Number.NaN;
}

function speedOf({ outcome, best }: ComparedRun['run']): number {
  return outcome?.imagesPerSecond ?? best?.imagesPerSecond ?? Number.NaN;
}
