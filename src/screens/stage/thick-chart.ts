import { type Axis, axisPosition, type Range } from '../../ui/components/axis.js';
import { type FootText, footNumbers, footRow } from '../../ui/components/axis-labels.js';
import { quarters } from '../../ui/components/block-text.js';
import { eachDot } from '../../ui/components/braille.js';
import type { ChartPoint } from '../../ui/components/chart-series.js';
import { joinAlike } from '../../ui/components/join-alike.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, Span, Tone } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';

export interface ThickSeries {
  /** Shares of 1 by epoch, in the order of x. A share that is not finite breaks the line. */
  points: readonly ChartPoint[];
  tone: Tone;
  /** Wide is solid and as thick as a row; narrow is half of that, in dashes. */
  stroke: 'wide' | 'narrow';
}

export interface ThickChartOptions {
  /** A later one is drawn over an earlier one. */
  series: readonly ThickSeries[];
  xRange: Range;
  yRange: Range;
  /** The epoch with a star below it. */
  best?: number;
  /** Cells of the whole chart, at least 20 by 4: percentages at the left, epochs in the last row. */
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** As wide for every share: the chart must not move when a number grows. */
const labelWidth = 8;

/** Lines of solid cells instead of dots: a curve that is seen from the back of a room. */
export function thickChart(options: ThickChartOptions): Row[] {
  const { series, xRange, yRange, best, width, height, glyphs } = options;
  const plot = { width: width - labelWidth, height: height - 1 };
  const x: Axis = { range: xRange, scale: 'linear' };
  const y: Axis = { range: yRange, scale: 'linear' };
  const canvas = solidCanvas(plot, series, glyphs);
  for (const [layer, line] of series.entries()) drawLine(canvas, layer, line, { x, y });

  const rows = Array.from({ length: plot.height }, (_, row): Row => {
    const end = row === 0 ? yRange[1] : row === plot.height - 1 ? yRange[0] : undefined;
    const label = end === undefined ? '' : percent(end);
    const cells = Array.from({ length: plot.width }, (_, column): Span => {
      const { text, layer } = canvas.cell(column, row);
      return span(text, layer === undefined ? 'plain' : series[layer].tone);
    });
    return [span(`${label.padStart(labelWidth - 1)} `, 'dim'), ...joinAlike(cells)];
  });
  const columnOf = (epoch: number) => axisPosition(epoch, x, plot.width - 1);
  const star: FootText[] =
    best === undefined
      ? []
      : [{ column: columnOf(best), text: glyphs.best, tone: 'good', kind: 'sign', reach: 3 }];
  const epochs = footNumbers(x, plot.width, String, columnOf);
  return [...rows, [span(' '.repeat(labelWidth)), ...footRow([...star, ...epochs], plot.width)]];
}

/** Points set on a grid that is finer than the cells; the layer drawn last owns a cell. */
interface SolidCanvas {
  /** Points of a cell across and down. */
  parts: 1 | 2;
  pointsWide: number;
  pointsHigh: number;
  set(x: number, y: number, layer: number): void;
  cell(column: number, row: number): { text: string; layer: number | undefined };
}

function solidCanvas(
  size: { width: number; height: number },
  series: readonly ThickSeries[],
  glyphs: Glyphs,
): SolidCanvas {
  const parts = glyphs.mode === 'unicode' ? 2 : 1;
  const bits = new Uint8Array(size.width * size.height);
  const layers = new Map<number, number>();
  return {
    parts,
    pointsWide: size.width * parts,
    pointsHigh: size.height * parts,
    set(x, y, layer) {
      const [column, row] = [Math.floor(x / parts), Math.floor(y / parts)];
      if (column < 0 || row < 0 || column >= size.width || row >= size.height) return;
      const cell = row * size.width + column;
      // Quarters of two lines in one cell would be of one colour.
      if (layers.get(cell) !== layer) bits[cell] = 0;
      bits[cell] |= 1 << ((y % parts) * 2 + (x % parts));
      layers.set(cell, layer);
    },
    cell(column, row) {
      const cell = row * size.width + column;
      const layer = layers.get(cell);
      if (layer === undefined || glyphs.mode === 'unicode') {
        return { text: quarters[bits[cell]], layer };
      }
      return { text: series[layer].stroke === 'wide' ? '#' : glyphs.dottedLine, layer };
    },
  };
}

/** Points of a narrow line drawn and left out in turns. */
const dash = { length: 4, period: 7 };

function drawLine(
  canvas: SolidCanvas,
  layer: number,
  { points, stroke }: ThickSeries,
  { x, y }: { x: Axis; y: Axis },
): void {
  const last = { x: canvas.pointsWide - 1, y: canvas.pointsHigh - 1 };
  let previous: readonly [number, number] | undefined;
  let step = 0;
  for (const point of points) {
    if (!Number.isFinite(point.y)) {
      previous = undefined;
      continue;
    }
    const place = [
      axisPosition(point.x, x, last.x),
      last.y - axisPosition(point.y, y, last.y),
    ] as const;
    eachDot(previous ?? place, place, (column, row) => {
      step += 1;
      if (stroke === 'wide') fillCell(canvas, column, row, layer);
      else if (step % dash.period < dash.length) canvas.set(column, row, layer);
    });
    previous = place;
  }
}

/** As many points as a cell has; at the far edges they lie before the place, so that a line there is as thick. */
function fillCell(canvas: SolidCanvas, x: number, y: number, layer: number): void {
  const { parts, pointsWide, pointsHigh } = canvas;
  const [left, top] = [Math.min(x, pointsWide - parts), Math.min(y, pointsHigh - parts)];
  for (let point = 0; point < parts * parts; point += 1) {
    canvas.set(left + (point % parts), top + Math.floor(point / parts), layer);
  }
}
