import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { type Range, rangeOf } from '../../ui/components/axis.js';
import type { ChartSeries } from '../../ui/components/chart-series.js';
import { chartXAt, type LineChartOptions, lineChart } from '../../ui/components/line-chart.js';
import { smoothPoints } from '../../ui/components/smoothing.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { type ChartView, plainCharts, recentEpochs, shownEpochs } from './chart-view.js';
import { epochMarks } from './epoch-marks.js';

export interface ChartOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
  /** As it comes when not given. */
  charts?: ChartView;
}

export type Metric = 'loss' | 'accuracy';

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
  // The odds of a right answer part 99 % from 99.9 %, where a logarithm of the share would not.
  const logScale = metric === 'loss' ? 'log' : 'logit';
  const yScale = charts.log.includes(metric) ? logScale : 'linear';
  const xRange = epochAxis(run, charts);
  const inRange = run.history.filter(({ epoch }) => epoch >= xRange[0] && epoch <= xRange[1]);
  const yRange = rangeOf(settingTheAxis(inRange, yScale).flatMap(bothSides), yScale);
  return {
    series: [...seriesOf(run, metric, charts.smoothing)],
    width,
    height,
    glyphs,
    xRange,
    yRange,
    yScale,
    formatY: metric === 'loss' ? lossLabel : accuracyLabel(yRange, yScale),
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

/**
 * From the fourth epoch on, the first no longer sets a linear axis: it is often so bad that all that follows would be
 * one flat line. It is then drawn at the edge.
 */
function settingTheAxis(
  history: readonly EpochRecord[],
  scale: LineChartOptions['yScale'],
): readonly EpochRecord[] {
  const isFlattening = scale === 'linear' && history.length >= 4 && history[0].epoch === 1;
  return isFlattening ? history.slice(1) : history;
}

/** As wide for every value: the chart must not move when a label grows. */
export function lossLabel(loss: number): string {
  const text = loss >= 10 ? loss.toFixed(0) : loss.toPrecision(2);
  return text.padStart(labelWidth).slice(-labelWidth);
}

const labelWidth = 7;

/** With two places where one would tell several values alike. */
export function accuracyLabel([low, high]: Range = [0, 1], scale: LineChartOptions['yScale']) {
  const digits = scale !== 'linear' || high - low < 0.05 ? 2 : 1;
  return (accuracy: number) =>
    (accuracy >= 1 ? '100 %' : percent(accuracy, digits)).padStart(labelWidth).slice(-labelWidth);
}
