import { mostLikely } from '../../../core/metrics.js';
import type { EpochScore } from '../../../host/protocol.js';
import type { AlongEpochs, TracedPicture } from '../../../state/analytics/epochs-state.js';
import { type Range, rangeOf } from '../../../ui/components/axis.js';
import type { ChartSeries } from '../../../ui/components/chart-series.js';

/** The digits whose probabilities are followed: what the picture is, and what it is read as in the end. */
export function tracedDigits(
  { label }: Pick<TracedPicture, 'label'>,
  { byEpoch }: AlongEpochs<readonly number[]>,
): number[] {
  const last = byEpoch.get(Math.max(...byEpoch.keys()));
  if (!last) return [];
  const answer = mostLikely(last);
  return [...new Set([label ?? answer, answer])];
}

/** The probabilities of those digits over the epochs, the second one dotted. */
export function traceSeries(
  picture: Pick<TracedPicture, 'label'>,
  trace: AlongEpochs<readonly number[]>,
): ChartSeries[] {
  return tracedDigits(picture, trace)
    .map((digit, index): ChartSeries => {
      const points = inOrder(trace).map(([x, probabilities]) => ({ x, y: probabilities[digit] }));
      return index === 0
        ? { points, tone: 'accent', stroke: 'solid' }
        : { points, tone: 'second', stroke: 'dotted' };
    })
    .reverse();
}

/** Accuracy over the epochs. */
export function scoreSeries(scores: AlongEpochs<EpochScore>): ChartSeries[] {
  const points = inOrder(scores).map(([x, { accuracy }]) => ({ x, y: accuracy }));
  return [{ points, tone: 'accent', stroke: 'solid' }];
}

/** From the worst to the best accuracy. */
export function scoreRange({ byEpoch }: AlongEpochs<EpochScore>): Range {
  return rangeOf([...byEpoch.values()].map(({ accuracy }) => accuracy)) ?? [0, 1];
}

function inOrder<Value>({ byEpoch }: AlongEpochs<Value>): [number, Value][] {
  return [...byEpoch].sort(([a], [b]) => a - b);
}
