import type { EpochRecord } from '../../../core/run/reducer.js';
import type { ComparedRun } from '../../../state/runs/comparison-store.js';
import { type Range, rangeOf } from '../../../ui/components/axis.js';
import type { ChartSeries } from '../../../ui/components/chart-series.js';
import { chartXAt, type LineChartOptions, lineChart } from '../../../ui/components/line-chart.js';
import { smoothPoints } from '../../../ui/components/smoothing.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, span } from '../../../ui/rows.js';
import { type ChartView, recentEpochs } from '../chart-view.js';
import { type Metric, metricLabel, metricScale, settingTheAxis } from '../metric-axis.js';
import { runSign } from './run-signs.js';

export interface RunsChartOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
  charts: ChartView;
}

/** The figure that the charts have the focus of, of the validation samples of each run after each epoch. */
export function runsChart(runs: readonly ComparedRun[], options: RunsChartOptions): Row[] {
  if (runs.every(({ run }) => run.history.length === 0)) {
    return [[span('no run here has ended an epoch yet', 'dim')]];
  }
  return lineChart(chartOptions(runs, options));
}

/** The epoch that a column of the chart stands for. */
export function runsEpochAt(
  runs: readonly ComparedRun[],
  options: RunsChartOptions,
  column: number,
): number | undefined {
  const x = chartXAt(chartOptions(runs, options), column);
  return x === undefined ? undefined : Math.max(1, Math.round(x));
}

export function comparedMetric({ focus }: ChartView): Metric {
  return focus === 'loss' ? 'loss' : 'accuracy';
}

function chartOptions(
  runs: readonly ComparedRun[],
  { width, height, glyphs, charts }: RunsChartOptions,
): LineChartOptions {
  const metric = comparedMetric(charts);
  const yScale = metricScale(metric, charts);
  const xRange = epochAxis(runs, charts);
  const shown = runs.flatMap(({ run }) => settingTheAxis(run.history, xRange, yScale));
  const yRange = rangeOf(
    shown.map(({ validation }) => validation[metric]),
    yScale,
  );
  return {
    series: runs.map(({ run }, place) => seriesOf(run.history, place, metric, charts.smoothing)),
    width,
    height,
    glyphs,
    xRange,
    yRange,
    yScale,
    formatY: metricLabel(metric, yRange, yScale),
    cursor: charts.cursor,
  };
}

function seriesOf(
  history: readonly EpochRecord[],
  place: number,
  metric: Metric,
  smoothing: number,
): ChartSeries {
  const points = history.map(({ epoch, validation }) => ({ x: epoch, y: validation[metric] }));
  const { letter, tone, stroke } = runSign(place);
  const drawn = smoothing > 0 ? smoothPoints(points, smoothing) : points;
  return { points: drawn, tone, stroke, sign: letter };
}

/** As far as the longest run. */
function epochAxis(runs: readonly ComparedRun[], { range }: ChartView): Range {
  const last = Math.max(1, ...runs.map(({ run }) => run.history.at(-1)?.epoch ?? 1));
  const isRecent = range === 'recent' && last > recentEpochs;
  return [isRecent ? last - recentEpochs + 1 : 1, Math.max(2, last)];
}
