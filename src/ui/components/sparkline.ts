import type { Glyphs } from '../glyphs.js';

export interface SparklineOptions {
  values: readonly number[];
  /** Cells; with more values than cells, each cell shows the mean of its share. */
  width: number;
  glyphs: Glyphs;
  /** Lowest and highest value of the drawing; those of the values when not given. */
  range?: readonly [number, number];
}

/** Values as columns, oldest left, in exactly `width` cells; a value that is not finite is a gap. */
export function sparkline({ values, width, glyphs, range }: SparklineOptions): string {
  const cells = Math.max(0, Math.floor(width));
  const shown = values.length > cells ? average(values, cells) : values;
  const finite = shown.filter(Number.isFinite);
  const [low, high] = range ?? [Math.min(...finite), Math.max(...finite)];
  const top = glyphs.columns.length - 1;
  const columns = shown.map((value) => {
    if (!Number.isFinite(value)) return ' ';
    // Values that are all alike are drawn in the middle: neither empty nor full.
    const height = high > low ? (value - low) / (high - low) : 0.5;
    return glyphs.columns[Math.round(Math.min(1, Math.max(0, height)) * top)];
  });
  return columns.join('').padEnd(cells);
}

function average(values: readonly number[], cells: number): number[] {
  return Array.from({ length: cells }, (_, cell) => {
    const from = Math.floor((cell * values.length) / cells);
    const to = Math.floor(((cell + 1) * values.length) / cells);
    const share = values.slice(from, to).filter(Number.isFinite);
    return share.reduce((sum, value) => sum + value, 0) / share.length;
  });
}
