import { expect, it } from 'vitest';
import { emptyRun, type RunState, reduceRun } from '../../../../src/core/run/reducer.js';
import { plainCharts } from '../../../../src/screens/training/chart-view.js';
import {
  columnPages,
  comparisonColumns,
} from '../../../../src/screens/training/comparison/comparison-columns.js';
import { comparisonRows } from '../../../../src/screens/training/comparison/comparison-rows.js';
import { runsChart } from '../../../../src/screens/training/comparison/runs-chart.js';
import type { ComparedRun } from '../../../../src/state/runs/comparison-store.js';
import { runDifferences } from '../../../../src/state/runs/run-differences.js';
import { glyphsFor } from '../../../../src/ui/glyphs.js';
import { rowText } from '../../../../src/ui/rows.js';
import { epochEnded, started } from '../../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');

function compared(id: string, accuracies: number[], learningRate = 0.001): ComparedRun {
  const settings = { ...started.request.settings, learningRate };
  const events = [
    { ...started, run: id, request: { ...started.request, settings } },
    ...accuracies.map((accuracy, index) => epochEnded(index + 1, accuracy)),
  ];
  const run: RunState = events.reduce(reduceRun, emptyRun(id));
  return { id, title: id, run, seconds: 20, log: 'ready' };
}

const runs = [compared('narrow', [0.9, 0.95]), compared('wide', [0.92, 0.97, 0.99], 0.01)];

function rows(width: number, page = 0, cursor?: number): string[] {
  const differences = runDifferences(runs.map(({ run }) => run));
  const columns = comparisonColumns(runs, differences, { metric: 'accuracy', cursor });
  return comparisonRows(runs, columns, { width, glyphs, page }).map((row) =>
    rowText(row).trimEnd(),
  );
}

it('has a row a run, with what differs, and a star for the best', () => {
  expect(rows(76)).toEqual([
    '      run          best  epoch  learning rate  loss  epochs  time',
    'a ━   narrow    95.00 %      2  0.001          0.05       2  20 s',
    'b ┄★  wide      99.00 %      3  0.01           0.01       3  20 s',
  ]);
});

it('reads the values of the cursor, and none of a run that has not come so far', () => {
  const [heads, narrow, wide] = rows(76, 0, 3);
  expect(heads).toContain('at epoch 3');
  expect(narrow).toMatch(/narrow +- /);
  expect(wide).toMatch(/wide +99\.00 % /);
});

it('parts the columns into pages, with those of the cursor on each', () => {
  const columns = [
    { title: 'x', cells: [], align: 'left', width: 4, pinned: 'pinned' },
    ...[5, 5, 5].map((width) => ({ title: 'y', cells: [], align: 'left', width }) as const),
  ] as const;
  expect(columnPages(columns, 18).map((page) => page.map(({ width }) => width))).toEqual([
    [4, 5, 5],
    [4, 5],
  ]);
});

it('says whose log is gone, and what is still read', () => {
  const lost: ComparedRun[] = [
    { ...runs[0], log: 'failed', problem: 'no log' },
    { ...runs[1], log: 'loading' },
  ];
  const text = comparisonRows(lost, [], { width: 76, glyphs, page: 0 }).map(rowText);
  expect(text[1]).toContain('✗ no log');
  expect(text[2]).toContain('reading its log');
});

it('draws all runs on the axis of the longest', () => {
  const chart = runsChart(runs, { width: 60, height: 10, glyphs, charts: plainCharts }).map(
    rowText,
  );
  expect(chart.at(-1)).toMatch(/1 +2 +3/);
  expect(chart.join('')).toMatch(/a/);
  expect(chart.join('')).toMatch(/b/);
});

it('says so where no epoch has ended', () => {
  const begun = [compared('one', []), compared('two', [])];
  const chart = runsChart(begun, { width: 60, height: 10, glyphs, charts: plainCharts });
  expect(chart.map(rowText)).toEqual(['no run here has ended an epoch yet']);
});
