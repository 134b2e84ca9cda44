import { type Span, span } from '../rows.js';
import { hasPlace, type Scale } from './axis.js';
import type { ChartPoint, ChartSeries } from './chart-series.js';

export interface LineSignsOptions {
  series: readonly ChartSeries[];
  /** Column and row of the plot where a value lies. */
  columnOf: (x: number) => number;
  rowOf: (y: number) => number;
  scale: Scale;
  /** Cells of the plot. */
  width: number;
}

/** Cells between two signs of a line. */
const period = 18;

/**
 * The signs of lines that have one: at the end of each, and from time to time along it, those of other lines beside
 * them rather than in the same column.
 *
 * @returns what is written in a cell instead of the line; undefined where the line itself is
 */
export function lineSigns(
  options: LineSignsOptions,
): (column: number, row: number) => Span | undefined {
  const { series, width } = options;
  const taken = new Map<number, Span>();
  const signed = series.filter(({ sign }) => sign !== undefined);
  for (const [place, line] of signed.entries()) {
    const cells = cellsOf(line.points, options);
    const last = Math.max(...cells.keys());
    const step = Math.floor((place * period) / signed.length);
    const columns = [last, ...Array.from({ length: 64 }, (_, turn) => step + turn * period)];
    for (const wanted of columns) {
      // Near its end a line has the sign of the end.
      if (wanted !== last && last - wanted < 3) continue;
      const column = freeColumn(wanted, cells, (cell) => taken.has(cell), width);
      if (column === undefined) continue;
      taken.set(
        cellNumber(column, cells.get(column) ?? 0, width),
        span(line.sign ?? '', line.tone),
      );
    }
  }
  return (column, row) => taken.get(cellNumber(column, row, width));
}

/** The row of a line in each column that it runs through. */
function cellsOf(
  points: readonly ChartPoint[],
  { columnOf, rowOf, scale }: LineSignsOptions,
): Map<number, number> {
  const cells = new Map<number, number>();
  let before: ChartPoint | undefined;
  for (const point of points) {
    if (!Number.isFinite(point.x) || !hasPlace(point.y, scale)) {
      before = undefined;
      continue;
    }
    const [from, to] = [columnOf(before?.x ?? point.x), columnOf(point.x)];
    const [high, low] = [rowOf(before?.y ?? point.y), rowOf(point.y)];
    for (let column = from; column <= to; column += 1) {
      const share = to === from ? 1 : (column - from) / (to - from);
      cells.set(column, Math.round(high + share * (low - high)));
    }
    before = point;
  }
  return cells;
}

/** The wanted column or the one before it where the line has a cell that no other sign has. */
function freeColumn(
  wanted: number,
  cells: ReadonlyMap<number, number>,
  isTaken: (cell: number) => boolean,
  width: number,
): number | undefined {
  for (let column = wanted; column > wanted - 4; column -= 1) {
    const row = cells.get(column);
    if (row !== undefined && !isTaken(cellNumber(column, row, width))) return column;
  }
  return undefined;
}

function cellNumber(column: number, row: number, width: number): number {
  return row * width + column;
}
