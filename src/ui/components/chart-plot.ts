import type { Glyphs } from '../glyphs.js';
import { type Axis, axisPosition, hasPlace } from './axis.js';
import { brailleCanvas, type DotCanvas, eachDot, markCanvas } from './braille.js';
import type { ChartPoint, ChartSeries } from './chart-series.js';

export interface PlotOptions {
  series: readonly ChartSeries[];
  x: Axis;
  y: Axis;
  /** Cells of the plot alone. */
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** The lines of a chart, drawn; a cell is told with the index of the series that owns it. */
export function plotLines(options: PlotOptions): Pick<DotCanvas, 'cell'> {
  const { series, width, height, glyphs } = options;
  // Faint lines have a canvas of their own: their dots would blur those of the lines before them.
  const [front, behind] = [0, 1].map(() => canvasFor(series, width, height, glyphs));
  for (const [layer, line] of series.entries()) {
    draw(line.stroke === 'faint' ? behind : front, layer, options);
  }
  return {
    cell(column, row) {
      const cell = front.cell(column, row);
      return cell.layer === undefined ? behind.cell(column, row) : cell;
    },
  };
}

function canvasFor(series: readonly ChartSeries[], width: number, height: number, glyphs: Glyphs) {
  if (glyphs.mode === 'unicode') return brailleCanvas(width, height);
  const signs = { solid: glyphs.solidLine, dotted: glyphs.dottedLine, faint: glyphs.track };
  return markCanvas(
    width,
    height,
    series.map((line) => signs[line.stroke]),
  );
}

/** Dots drawn and left out in turns. Signs tell lines apart by themselves. */
const dashes = {
  solid: { length: 1, period: 1 },
  // Long enough to be told from a solid line without its colour.
  dotted: { length: 3, period: 6 },
  faint: { length: 1, period: 3 },
} as const;

function draw(canvas: DotCanvas, layer: number, { series, x, y, glyphs }: PlotOptions): void {
  const { points, stroke } = series[layer];
  const dash = dashes[glyphs.mode === 'unicode' ? stroke : 'solid'];
  const place = (point: ChartPoint): [number, number] => [
    axisPosition(point.x, x, canvas.dotsWide - 1),
    canvas.dotsHigh - 1 - axisPosition(point.y, y, canvas.dotsHigh - 1),
  ];
  let previous: [number, number] | undefined;
  let step = 0;
  for (const point of points) {
    if (!Number.isFinite(point.x) || !hasPlace(point.y, y.scale)) {
      previous = undefined;
      continue;
    }
    const dot = place(point);
    const from = previous ?? dot;
    // A point alone has no line to tell its stroke from, and must not vanish.
    if (!previous) canvas.set(...dot, layer);
    eachDot(from, dot, (column, row) => {
      if (column === from[0] && row === from[1]) return;
      step += 1;
      if (step % dash.period < dash.length) canvas.set(column, row, layer);
    });
    previous = dot;
  }
}
