import {
  type Axis,
  axisPosition,
  axisTicks,
  type Range,
  type Scale,
} from '../../ui/components/axis.js';
import { type Html, html } from '../html.js';

/** Where a diagram has its axes, in units of the SVG. */
export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A value axis: how values lie, and how they are written. */
export interface PlotAxis extends Axis {
  write: (value: number) => string;
  /** What it measures, with its unit. */
  words: string;
}

/** Tenths of a unit are fine enough for a line. */
const fineness = 10;

export function plotX(value: number, axis: Axis, { left, width }: PlotArea): number {
  return left + axisPosition(value, axis, width * fineness) / fineness;
}

export function plotY(value: number, axis: Axis, { top, height }: PlotArea): number {
  return top + height - axisPosition(value, axis, height * fineness) / fineness;
}

/** Frame, lines across and what is written at them. */
export function plotFrame(area: PlotArea, x: PlotAxis, y: PlotAxis, smallestStep = 0): Html {
  const { left, top, width, height } = area;
  const bottom = top + height;
  const across = withEnds(y, 5).map((value) => {
    const at = plotY(value, y, area);
    return html`<line class="grid" x1="${left}" x2="${left + width}" y1="${at}" y2="${at}"/>
<text class="label end" x="${left - 6}" y="${at + 4}">${y.write(value)}</text>
`;
  });
  const along = withEnds(x, 6, smallestStep).map(
    (
      value,
    ) => html`<text class="label middle" x="${plotX(value, x, area)}" y="${bottom + 16}">${x.write(value)}</text>
`,
  );
  return html`${across}${along}<line class="grid" x1="${left}" x2="${left}" y1="${top}" y2="${bottom}"/>
<text class="label" x="${left}" y="${top - 8}">${y.words}</text>
<text class="label end" x="${left + width}" y="${bottom + 31}">${x.words}</text>
`;
}

/** A range that values lie within: a single value has room on both sides. */
export function roomyRange([low, high]: Range, scale: Scale): Range {
  if (high > low) return [low, high];
  switch (scale) {
    case 'linear':
      return [low - 1, high + 1];
    case 'log':
      return [low / 2, high * 2];
    case 'logit':
      return [low / 2, high + (1 - high) / 2];
  }
}

/** The round values of an axis, and its ends where none of them is near. */
function withEnds(axis: Axis, most: number, smallestStep = 0): number[] {
  const ticks = axisTicks(axis, most, smallestStep);
  const place = (value: number) => axisPosition(value, axis, 100);
  const ends = axis.range.filter((end) =>
    ticks.every((tick) => Math.abs(place(tick) - place(end)) > 9),
  );
  return [...ends, ...ticks].sort((a, b) => a - b);
}
