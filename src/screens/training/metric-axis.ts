import type { EpochRecord } from '../../core/run/reducer.js';
import type { Range } from '../../ui/components/axis.js';
import type { LineChartOptions } from '../../ui/components/line-chart.js';
import { percent } from '../../ui/format.js';
import type { ChartView } from './chart-view.js';

export type Metric = 'loss' | 'accuracy';

type Scale = LineChartOptions['yScale'];

/** How the axis of a metric goes, in the charts of one run and of several. */
export function metricScale(metric: Metric, { log }: Pick<ChartView, 'log'>): Scale {
  if (!log.includes(metric)) return 'linear';
  // The odds of a right answer part 99 % from 99.9 %, where a logarithm of the share would not.
  return metric === 'loss' ? 'log' : 'logit';
}

/**
 * The epochs of a run between two that set the axis of its figures. From the fourth on, the first no longer sets a
 * linear one: it is often so bad that all that follows would be one flat line. It is then drawn at the edge.
 */
export function settingTheAxis(
  history: readonly EpochRecord[],
  [low, high]: Range,
  scale: Scale,
): readonly EpochRecord[] {
  const inRange = history.filter(({ epoch }) => epoch >= low && epoch <= high);
  const isFlattening = scale === 'linear' && inRange.length >= 4 && inRange[0].epoch === 1;
  return isFlattening ? inRange.slice(1) : inRange;
}

/** Words for the values of an axis. */
export function metricLabel(
  metric: Metric,
  range: Range | undefined,
  scale: Scale,
): (value: number) => string {
  return metric === 'loss' ? lossLabel : accuracyLabel(range, scale);
}

/** As wide for every value: the chart must not move when a label grows. */
export function lossLabel(loss: number): string {
  const text = loss >= 10 ? loss.toFixed(0) : loss.toPrecision(2);
  return text.padStart(labelWidth).slice(-labelWidth);
}

const labelWidth = 7;

/** With two places where one would tell several values alike. */
function accuracyLabel([low, high]: Range = [0, 1], scale: Scale) {
  const digits = scale !== 'linear' || high - low < 0.05 ? 2 : 1;
  return (accuracy: number) =>
    (accuracy >= 1 ? '100 %' : percent(accuracy, digits)).padStart(labelWidth).slice(-labelWidth);
}
