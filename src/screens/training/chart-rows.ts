import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { type Range, rangeOf } from '../../ui/components/axis.js';
import type { ChartSeries } from '../../ui/components/chart-series.js';
import { chartXAt, type LineChartOptions, lineChart } from '../../ui/components/line-chart.js';
import { smoothPoints } from '../../ui/components/smoothing.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { type ChartView, plainCharts, recentEpochs, shownEpochs } from './chart-view.js';
import { epochMarks } from './epoch-marks.js';
import { type Metric, metricLabel, metricScale, settingTheAxis } from './metric-axis.js';

export interface ChartOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
  /** As it comes when not given. */
  charts?: ChartView;
}

/** Loss or accuracy after each epoch, of training and validation on one axis. */
export function metricChart(run: RunState, metric: Metric, options: ChartOptions): Row[] {
  if (run.history.length === 0) {
    return [[span('drawn from the end of the first epoch on', 'dim')]];
  }
  return lineChart(chartOptions(run, metric, options));
}

/** The epoch that a column of `metricChart` stands for; undefined before the first has ended. */
export function epochAtColumn(
  run: RunState,
  metric: Metric,
  options: ChartOptions,
  column: number,
): number | undefined {
  const shown = shownEpochs(run, options.charts ?? plainCharts);
  const x = shown && chartXAt(chartOptions(run, metric, options), column);
  return x === undefined
    ? undefined
    : Math.min(shown?.last ?? x, Math.max(shown?.first ?? x, Math.round(x)));
}

function chartOptions(
  run: RunState,
  metric: Metric,
  { width, height, glyphs, charts = plainCharts }: ChartOptions,
): LineChartOptions {
  const yScale = metricScale(metric, charts);
  const xRange = epochAxis(run, charts);
  const yRange = rangeOf(settingTheAxis(run.history, xRange, yScale).flatMap(bothSides), yScale);
  return {
    series: [...seriesOf(run, metric, charts.smoothing)],
    width,
    height,
    glyphs,
    xRange,
    yRange,
    yScale,
    formatY: metricLabel(metric, yRange, yScale),
    cursor: charts.cursor,
    marks: epochMarks(run, glyphs),
  };

  function bothSides({ train, validation }: EpochRecord): number[] {
    return [train[metric], validation[metric]];
  }
}

/** The smoothed lines, with what they were made of behind them. */
function seriesOf({ history }: RunState, metric: Metric, smoothing: number): ChartSeries[] {
  const train = history.map(({ epoch, train }) => ({ x: epoch, y: train[metric] }));
  const validation = history.map(({ epoch, validation }) => ({ x: epoch, y: validation[metric] }));
  const drawn = (points: typeof train) =>
    smoothing > 0 ? smoothPoints(points, smoothing) : points;
  const behind = smoothing > 0 ? [train, validation] : [];
  return [
    ...behind.map((points): ChartSeries => ({ points, tone: 'dim', stroke: 'faint' })),
    { points: drawn(train), tone: 'accent', stroke: 'solid' },
    { points: drawn(validation), tone: 'second', stroke: 'dotted' },
  ];
}

/** The axis of a whole run grows in few steps; that of recent epochs moves with them. */
function epochAxis(run: RunState, { range }: ChartView): Range {
  const last = run.history.at(-1)?.epoch ?? 1;
  if (range === 'recent' && run.history.length > recentEpochs)
    return [last - recentEpochs + 1, last];
  const epochs = run.request?.settings.epochs ?? run.epoch;
  const steps = [5, 10, 20, 50, 100, 200, 500, 1000];
  return [1, Math.max(2, Math.min(epochs, steps.find((step) => step >= run.epoch) ?? epochs))];
}
