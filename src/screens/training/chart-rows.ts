import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { horizontalBars } from '../../ui/components/bars.js';
import { lineChart } from '../../ui/components/line-chart.js';
import { sparkline } from '../../ui/components/sparkline.js';
import { decimal, percent } from '../../ui/format.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import type { Glyphs } from '../../ui/theme.js';

interface ChartOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** Loss or accuracy after each epoch, of training and validation on one axis. */
export function metricChart(
  run: RunState,
  metric: 'loss' | 'accuracy',
  { width, height, glyphs }: ChartOptions,
): Row[] {
  if (run.history.length === 0) {
    return [[span('drawn from the end of the first epoch on', 'dim')]];
  }
  const points = (side: 'train' | 'validation') =>
    run.history.map((record) => ({ x: record.epoch, y: record[side][metric] }));
  return lineChart({
    series: [
      { points: points('train'), tone: 'accent', stroke: 'solid' },
      { points: points('validation'), tone: 'warning', stroke: 'dotted' },
    ],
    width,
    height,
    glyphs,
    xRange: [1, axisEnd(run)],
    yRange: valueRange(run, metric),
    // As wide for every value: the chart must not move when a label grows.
    formatY: (value) =>
      (metric === 'loss' ? value.toPrecision(2) : percent(value)).padStart(7).slice(-7),
  });
}

/** What the two lines of the charts are. */
export function chartNote(glyphs: Glyphs): RowLike {
  return [
    'train ',
    span(glyphs.solidLine, 'accent'),
    ' validation ',
    span(glyphs.dottedLine, 'warning'),
  ];
}

/**
 * From the fourth epoch on, the first no longer sets the axis: it is often so bad that all that
 * follows would be one flat line. It is then drawn at the edge.
 */
function valueRange(
  { history }: RunState,
  metric: 'loss' | 'accuracy',
): [number, number] | undefined {
  const shown = history.length >= 4 ? history.slice(1) : history;
  const values = shown
    .flatMap(({ train, validation }) => [train[metric], validation[metric]])
    .filter(Number.isFinite);
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : undefined;
}

/** The axis of epochs grows in few steps. */
function axisEnd({ epoch, request }: RunState): number {
  const epochs = request?.settings.epochs ?? epoch;
  const steps = [5, 10, 20, 50, 100, 200, 500, 1000];
  return Math.max(2, Math.min(epochs, steps.find((step) => step >= epoch) ?? epochs));
}

/** Training loss within the epochs. */
export function stepRows({ lossTrail }: RunState, { width, height, glyphs }: ChartOptions): Row[] {
  const last = lossTrail.at(-1) ?? Number.NaN;
  const label: Row = [span(decimal(last))];
  if (height < 4 || lossTrail.length === 0) {
    return [[span(sparkline({ values: lossTrail, width, glyphs }), 'accent')], label];
  }
  const points = lossTrail.map((y, x) => ({ x, y }));
  const series = [{ points, tone: 'accent', stroke: 'solid' }] as const;
  return [...lineChart({ series, width, height: height - 1, glyphs, formatX: () => '' }), label];
}

/** The learning rate of each epoch so far. */
export function learningRateRows(run: RunState, { width, glyphs }: ChartOptions): Row[] {
  const values = run.history.map((record) => record.learningRate);
  const current = run.epoch > run.history.length ? [run.learningRate] : [];
  const range = [0, Math.max(0, ...values, ...current)] as const;
  const drawn = sparkline({ values: [...values, ...current], width, glyphs, range });
  return [[span(drawn, 'accent')], [span(decimal(run.learningRate, 6))]];
}

/** Validation accuracy of each digit: ten columns, or ten bars where there is room. */
export function digitRows(run: RunState, { width, height, glyphs }: ChartOptions): Row[] {
  const shares = run.history.at(-1)?.validationPerClass;
  if (!shares) return [[span('after one', 'dim')], [span('epoch', 'dim')]];
  const worst = worstDigit(shares);
  if (height >= 10) {
    const items = shares.map((value, digit) => ({
      label: `${digit === worst ? glyphs.down : ' '}${digit}`,
      value,
      text: percent(value, 1),
      tone: digit === worst ? ('warning' as const) : ('plain' as const),
    }));
    return horizontalBars({ items, width, max: 1, glyphs });
  }
  const gap = width >= 19 ? ' ' : '';
  const values = sparkline({ values: shares, width: 10, glyphs, range: [scaleFrom(shares), 1] });
  return [[span([...'0123456789'].join(gap), 'dim')], [span([...values].join(gap), 'accent')]];
}

/** The digit that is read worst, `8 97.1 %`, for the border of the panel. */
export function worstNote({ history }: RunState, glyphs: Glyphs): RowLike {
  const shares = history.at(-1)?.validationPerClass;
  const worst = shares && worstDigit(shares);
  return worst === undefined
    ? ''
    : [span(`${glyphs.down}${worst} ${percent(shares?.[worst] ?? Number.NaN)}`, 'warning')];
}

function worstDigit(shares: EpochRecord['validationPerClass']): number | undefined {
  const finite = shares.filter(Number.isFinite);
  return finite.length === 0 ? undefined : shares.indexOf(Math.min(...finite));
}

/** Good networks differ in the last per cent: the lower end follows the worst digit down. */
function scaleFrom(shares: readonly number[]): number {
  const lowest = Math.min(1, ...shares.filter(Number.isFinite));
  return lowest >= 0.95 ? 0.9 : lowest >= 0.6 ? 0.5 : 0;
}
