import { nearestEpoch } from '../../../state/analytics/epochs-state.js';
import { axisPosition, type Range } from '../../../ui/components/axis.js';
import { dotsPerCell } from '../../../ui/components/braille.js';
import type { ChartSeries } from '../../../ui/components/chart-series.js';
import { lineChart } from '../../../ui/components/line-chart.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, span } from '../../../ui/rows.js';

export interface TimelineOptions {
  /** Those that are kept, in order, at least one. */
  epochs: readonly number[];
  /** The one that is looked at. */
  epoch: number;
  /** Shares of 1 over the epochs. */
  series: readonly ChartSeries[];
  yRange: Range;
  width: number;
  /** Rows, at least 3. */
  height: number;
  glyphs: Glyphs;
}

/** A curve over the epochs with the cursor, and below it the line that is scrubbed along. */
export function timelineRows(options: TimelineOptions): Row[] {
  const { epochs, epoch, series, yRange, width, height, glyphs } = options;
  const chart = lineChart({
    series,
    width,
    height: height - 1,
    glyphs,
    xRange: xRangeOf(epochs),
    yRange,
    cursor: epoch,
    formatX: String,
    formatY: (value) => percent(value).padStart(gutter - 1),
  });
  return [...chart, scrubber(options)];
}

/** The epoch that a column of those rows stands for. */
export function epochAtColumn(
  { epochs, width }: Pick<TimelineOptions, 'epochs' | 'width'>,
  column: number,
): number {
  const [first, last] = xRangeOf(epochs);
  const share = (column - gutter) / Math.max(1, width - gutter - 1);
  return nearestEpoch(epochs, first + Math.min(1, Math.max(0, share)) * (last - first));
}

/** `100.0 %` and a space: where the chart's plot begins whatever it shows. */
const gutter = 8;

/** `  3/12  ━━━━━●─────` */
function scrubber({ epochs, epoch, width, glyphs }: TimelineOptions): Row {
  const place = `${epochs.indexOf(epoch) + 1}/${epochs.length}`;
  const room = width - gutter;
  const { across } = dotsPerCell(glyphs);
  const axis = { range: xRangeOf(epochs), scale: 'linear' } as const;
  // As the chart above it has its cursor.
  const column = Math.floor(axisPosition(epoch, axis, room * across - 1) / across);
  return [
    span(`${place.padStart(gutter - 1)} `, 'dim'),
    span(glyphs.solidLine.repeat(column), 'accent'),
    span(glyphs.dot, 'strong'),
    span(glyphs.border.across.repeat(Math.max(0, room - column - 1)), 'dim'),
  ];
}

function xRangeOf(epochs: readonly number[]): Range {
  return [epochs[0] ?? 1, epochs.at(-1) ?? 1];
}
