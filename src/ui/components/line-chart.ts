import { cellWidth, padTo } from '../cells.js';
import { count, decimal } from '../format.js';
import type { Row, Span, Tone } from '../rows.js';
import { fitRow, span } from '../rows.js';
import type { Glyphs } from '../theme.js';
import type { DotCanvas } from './braille.js';
import { brailleCanvas, eachDot, markCanvas } from './braille.js';

export interface ChartPoint {
  x: number;
  y: number;
}

export interface ChartSeries {
  /** In the order of x. A point that is not finite breaks the line. */
  points: readonly ChartPoint[];
  tone: Tone;
  stroke: 'solid' | 'dotted';
}

export interface LineChartOptions {
  /** On one axis; a later series is drawn over an earlier one. */
  series: readonly ChartSeries[];
  /** Cells of the whole chart: labels of y at the left, labels of x in the last row. */
  width: number;
  height: number;
  glyphs: Glyphs;
  /** Lowest and highest; those of the points when not given. */
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
  formatX?: (value: number) => string;
  formatY?: (value: number) => string;
}

type Range = readonly [number, number];

/** A chart in exactly `height` rows of `width` cells; without a finite point it is blank. */
export function lineChart(options: LineChartOptions): Row[] {
  const { series, width, height, glyphs, formatX = count, formatY = decimal } = options;
  const blank = () => Array.from({ length: Math.max(0, height) }, () => fitRow('', width));
  const points = series.flatMap((line) => line.points).filter(isFinitePoint);
  if (points.length === 0 || width < 1 || height < 1) return blank();

  const xRange = options.xRange ?? rangeOf(points.map((point) => point.x));
  const yRange = options.yRange ?? rangeOf(points.map((point) => point.y));
  const yLabels = [formatY(yRange[1]), formatY(yRange[0])];
  const labelWidth = Math.max(...yLabels.map(cellWidth)) + 1;
  // Without room for labels the line alone is worth more.
  const gutter = width - labelWidth >= 8 ? labelWidth : 0;
  const plotHeight = height > 2 ? height - 1 : height;
  const plotWidth = width - gutter;

  const canvas = canvasFor(series, plotWidth, plotHeight, glyphs);
  for (const [layer, line] of series.entries()) {
    // Signs tell two lines apart by themselves; dots need gaps for it.
    const gaps = line.stroke === 'dotted' && glyphs.mode === 'unicode' ? 'some' : 'none';
    draw(canvas, { line, layer, gaps, xRange, yRange });
  }

  const rows = Array.from({ length: plotHeight }, (_, row): Row => {
    const label = row === 0 ? yLabels[0] : row === plotHeight - 1 ? yLabels[1] : '';
    const gutterText = gutter > 0 ? padTo(label, gutter - 1, 'right') : '';
    return [span(padTo(gutterText, gutter), 'dim'), ...plotRow(canvas, series, row, plotWidth)];
  });
  if (plotHeight < height) {
    rows.push([span(' '.repeat(gutter) + xLabels(xRange, plotWidth, formatX), 'dim')]);
  }
  return rows;
}

function canvasFor(series: readonly ChartSeries[], width: number, height: number, glyphs: Glyphs) {
  if (glyphs.mode === 'unicode') return brailleCanvas(width, height);
  const marks = series.map((line) =>
    line.stroke === 'solid' ? glyphs.solidLine : glyphs.dottedLine,
  );
  return markCanvas(width, height, marks);
}

// Dots: long enough to be told from a solid line without its colour.
const dashLength = 3;

interface Drawing {
  line: ChartSeries;
  layer: number;
  gaps: 'some' | 'none';
  xRange: Range;
  yRange: Range;
}

function draw(canvas: DotCanvas, { line, layer, gaps, xRange, yRange }: Drawing): void {
  const place = ({ x, y }: ChartPoint): [number, number] => [
    position(x, xRange, canvas.dotsWide - 1),
    canvas.dotsHigh - 1 - position(y, yRange, canvas.dotsHigh - 1),
  ];
  let previous: [number, number] | undefined;
  let step = 0;
  for (const point of line.points) {
    if (!isFinitePoint(point)) {
      previous = undefined;
      continue;
    }
    const dot = place(point);
    const from = previous ?? dot;
    // A point alone has no line to tell its stroke from, and must not vanish.
    if (!previous) canvas.set(...dot, layer);
    eachDot(from, dot, (x, y) => {
      if (x === from[0] && y === from[1]) return;
      step += 1;
      if (gaps === 'none' || step % (2 * dashLength) < dashLength) canvas.set(x, y, layer);
    });
    previous = dot;
  }
}

function plotRow(canvas: DotCanvas, series: readonly ChartSeries[], row: number, width: number) {
  const spans: Span[] = [];
  for (let column = 0; column < width; column += 1) {
    const { text, layer } = canvas.cell(column, row);
    const tone = layer === undefined ? 'plain' : series[layer].tone;
    const last = spans.at(-1);
    if (last?.tone === tone) spans[spans.length - 1] = span(last.text + text, tone);
    else spans.push(span(text, tone));
  }
  return spans;
}

/** Ends of the axis, and a whole number near its middle where there is room for it. */
function xLabels([low, high]: Range, width: number, format: (value: number) => string): string {
  const left = format(low);
  const right = format(high);
  const room = width - cellWidth(left) - cellWidth(right);
  if (left === right || room < 1) return padTo(left, width).slice(0, width);
  const middle = Math.round((low + high) / 2);
  const label = format(middle);
  const start = position(middle, [low, high], width - 1) - (cellWidth(label) >> 1);
  const before = start - cellWidth(left);
  const after = room - before - cellWidth(label);
  if (middle <= low || middle >= high || before < 2 || after < 2) {
    return left + ' '.repeat(room) + right;
  }
  return left + ' '.repeat(before) + label + ' '.repeat(after) + right;
}

function position(value: number, [low, high]: Range, last: number): number {
  if (high <= low) return Math.floor(last / 2);
  return Math.round((Math.min(1, Math.max(0, (value - low) / (high - low))) || 0) * last);
}

function rangeOf(values: readonly number[]): Range {
  // Not Math.min(...values): a run has more points than a call has arguments.
  return values.reduce<Range>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function isFinitePoint({ x, y }: ChartPoint): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}
