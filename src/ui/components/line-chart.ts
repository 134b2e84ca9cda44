import { cellWidth, padTo } from '../cells.js';
import { count, decimal } from '../format.js';
import type { Glyphs } from '../glyphs.js';
import type { Row, Span, Tone } from '../rows.js';
import { fitRow, span } from '../rows.js';
import { type Axis, axisPosition, hasPlace, type Range, rangeOf, type Scale } from './axis.js';
import { type FootText, footNumbers, footRow, sideLabels } from './axis-labels.js';
import { dotsPerCell } from './braille.js';
import { plotLines } from './chart-plot.js';
import type { ChartSeries } from './chart-series.js';
import { joinAlike } from './join-alike.js';
import { lineSigns } from './line-signs.js';

/** An event on the axis of x. */
export interface ChartMark {
  x: number;
  /** One sign. */
  text: string;
  tone: Tone;
}

export interface LineChartOptions {
  /** On one axis; a later series is drawn over an earlier one. */
  series: readonly ChartSeries[];
  /** Cells of the whole chart: labels of y at the left, labels of x in the last row. */
  width: number;
  height: number;
  glyphs: Glyphs;
  /** Lowest and highest; those of the points when not given. Points outside `xRange` are left out. */
  xRange?: Range;
  yRange?: Range;
  yScale?: Scale;
  formatX?: (value: number) => string;
  formatY?: (value: number) => string;
  /** The x where a vertical line stands, with its number below it. */
  cursor?: number;
  /** Shown below the chart. */
  marks?: readonly ChartMark[];
}

/** A chart in exactly `height` rows of `width` cells; without a point to draw it is blank. */
export function lineChart(options: LineChartOptions): Row[] {
  const { width, height, glyphs, formatX = count, cursor, marks = [] } = options;
  const frame = chartFrame(options);
  if (!frame) return Array.from({ length: Math.max(0, height) }, () => fitRow('', width));

  const { x, y, columnOf, rowOf, gutter, plotWidth, plotHeight, labels, series } = frame;
  const signs = lineSigns({ series, columnOf, rowOf, scale: y.scale, width: plotWidth });
  const plot = plotLines({ series, x, y, width: plotWidth, height: plotHeight, glyphs });
  const cursorColumn = cursor === undefined ? undefined : columnOf(cursor);
  const rows = labels.map((label, row): Row => {
    const text = gutter > 0 ? padTo(label, gutter - 1, 'right') : '';
    return [span(padTo(text, gutter), 'dim'), ...plotRow(row)];
  });
  if (plotHeight === height) return rows;

  const below: FootText[] = [
    ...(cursor === undefined ? [] : [numberAt(cursor, 'strong')]),
    ...marks
      .filter((mark) => isWithin(mark.x, x.range))
      .map(({ x: at, text, tone }) => ({
        column: columnOf(at),
        text,
        tone,
        kind: 'sign' as const,
        reach: 3,
      })),
    ...footNumbers(x, plotWidth, formatX, columnOf).filter((end) => end.column !== cursorColumn),
  ];
  return [...rows, [span(' '.repeat(gutter)), ...footRow(below, plotWidth)]];

  function plotRow(row: number): Span[] {
    const cells = Array.from({ length: plotWidth }, (_, column) => {
      const sign = signs(column, row);
      if (sign) return sign;
      const { text, layer } = plot.cell(column, row);
      if (layer !== undefined) return span(text, series[layer].tone);
      return column === cursorColumn ? span(glyphs.border.down) : span(text);
    });
    return joinAlike(cells);
  }

  function numberAt(value: number, tone: Tone): FootText {
    return { column: columnOf(value), text: formatX(value), tone, kind: 'number', reach: 0 };
  }
}

/** The x that a column of a chart stands for, a cell of its labels of y for the nearest end; undefined where it is blank. */
export function chartXAt(options: LineChartOptions, column: number): number | undefined {
  const frame = chartFrame(options);
  if (!frame) return undefined;
  const { x, gutter, plotWidth } = frame;
  const [low, high] = x.range;
  const { across } = dotsPerCell(options.glyphs);
  const middle = (column - gutter) * across + (across - 1) / 2;
  const share = middle / Math.max(1, plotWidth * across - 1);
  return low + Math.min(1, Math.max(0, share)) * (high - low);
}

/** Where everything of a chart lies. */
interface ChartFrame {
  /** Without the points that are out of range. */
  series: readonly ChartSeries[];
  x: Axis;
  y: Axis;
  /** Column of the plot where an x lies. */
  columnOf: (x: number) => number;
  /** Row of the plot where a y lies, 0 on top. */
  rowOf: (y: number) => number;
  /** Cells of the labels of y and the space behind them; 0 where the line alone is worth more. */
  gutter: number;
  plotWidth: number;
  plotHeight: number;
  /** Beside each row of the plot. */
  labels: readonly string[];
}

function chartFrame(options: LineChartOptions): ChartFrame | undefined {
  const { width, height, yScale = 'linear', formatY = decimal } = options;
  const series = options.series.map((line) => ({
    ...line,
    points: line.points.filter((point) => isWithin(point.x, options.xRange)),
  }));
  const points = series
    .flatMap((line) => line.points)
    .filter(({ x, y }) => Number.isFinite(x) && hasPlace(y, yScale));
  const xRange = options.xRange ?? rangeOf(points.map((point) => point.x));
  if (points.length === 0 || !xRange || width < 1 || height < 1) return undefined;

  const values = points.map((point) => point.y);
  const yRange = options.yRange ?? rangeOf(values, yScale) ?? [values[0], values[0]];
  const x: Axis = { range: xRange, scale: 'linear' };
  const y: Axis = { range: yRange, scale: yScale };
  const plotHeight = height > 2 ? height - 1 : height;
  const { across, down } = dotsPerCell(options.glyphs);
  const rowOf = (value: number) =>
    plotHeight - 1 - Math.floor(axisPosition(value, y, plotHeight * down - 1) / down);
  const labels = sideLabels(y, plotHeight, formatY, rowOf);
  const labelWidth = Math.max(...labels.map(cellWidth)) + 1;
  const gutter = width - labelWidth >= 8 ? labelWidth : 0;
  const plotWidth = width - gutter;
  const columnOf = (value: number) =>
    Math.floor(axisPosition(value, x, plotWidth * across - 1) / across);
  return { series, x, y, columnOf, rowOf, gutter, plotWidth, plotHeight, labels };
}

function isWithin(value: number, range?: Range): boolean {
  if (!range) return true;
  // What was added up may miss an end by the last bit.
  const slack = (range[1] - range[0]) * 1e-9;
  return value >= range[0] - slack && value <= range[1] + slack;
}
