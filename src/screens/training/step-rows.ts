import type { RunState } from '../../core/run/reducer.js';
import { scaled } from '../../ui/components/axis.js';
import type { ChartSeries } from '../../ui/components/chart-series.js';
import { lineChart } from '../../ui/components/line-chart.js';
import { smoothPoints } from '../../ui/components/smoothing.js';
import { sparkline } from '../../ui/components/sparkline.js';
import { decimal } from '../../ui/format.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import type { ChartOptions } from './chart-rows.js';
import { plainCharts, recentSteps } from './chart-view.js';
import { lossLabel } from './metric-axis.js';

/** Training loss within the epochs, and below it the last figure. */
export function stepRows(
  { lossTrail }: Pick<RunState, 'lossTrail'>,
  { width, height, glyphs, charts = plainCharts }: ChartOptions,
): Row[] {
  const last = span(decimal(lossTrail.at(-1) ?? Number.NaN));
  const label = width >= 40 ? [last, span('   mean of the epoch so far', 'dim')] : [last];
  const yScale = charts.log.includes('steps') ? 'log' : 'linear';
  const raw = lossTrail.map((y, x) => ({ x, y }));
  const points = charts.smoothing > 0 ? smoothPoints(raw, charts.smoothing) : raw;
  const from = charts.range === 'recent' ? Math.max(0, raw.length - recentSteps) : 0;
  if (height < 4 || lossTrail.length === 0) {
    const values = points.slice(from).map(({ y }) => scaled(y, yScale));
    return [[span(sparkline({ values, width, glyphs }), 'accent')], label];
  }
  const line: ChartSeries = { points: points.slice(from), tone: 'accent', stroke: 'solid' };
  const behind: ChartSeries = { points: raw.slice(from), tone: 'dim', stroke: 'faint' };
  const series = charts.smoothing > 0 ? [behind, line] : [line];
  const options = { series, width, height, glyphs, yScale, formatY: lossLabel } as const;
  // Figures of a trail have no numbers that say anything: the last one stands where they would be.
  return [...lineChart({ ...options, formatX: () => '' }).slice(0, -1), label];
}

/** The learning rate of each epoch so far. */
export function learningRateRows(
  run: Pick<RunState, 'history' | 'epoch' | 'learningRate'>,
  { width, glyphs }: Pick<ChartOptions, 'width' | 'glyphs'>,
): Row[] {
  const values = run.history.map((record) => record.learningRate);
  const current = run.epoch > run.history.length ? [run.learningRate] : [];
  const range = [0, Math.max(0, ...values, ...current)] as const;
  const drawn = sparkline({ values: [...values, ...current], width, glyphs, range });
  return [[span(drawn, 'accent')], [span(decimal(run.learningRate, 6))]];
}
