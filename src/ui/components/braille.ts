import type { Glyphs } from '../glyphs.js';

/** Dots in a braille cell by [row][column]; Unicode numbers them down the columns, with the fourth row added later. */
const dotBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/** A grid of dots, 2 across and 4 down in each cell, or one a cell where the font has no braille. */
export interface DotCanvas {
  /** Dots across and down; (0, 0) is the upper left one. */
  readonly dotsWide: number;
  readonly dotsHigh: number;
  /** Sets a dot for a layer; the layer drawn last owns the cell. Dots outside are ignored. */
  set(x: number, y: number, layer: number): void;
  cell(column: number, row: number): { text: string; layer: number | undefined };
}

/** How fine a canvas is that is drawn with these signs. */
export function dotsPerCell({ mode }: Pick<Glyphs, 'mode'>): { across: number; down: number } {
  return mode === 'unicode' ? { across: 2, down: 4 } : { across: 1, down: 1 };
}

export function brailleCanvas(width: number, height: number): DotCanvas {
  const bits = new Uint8Array(width * height);
  const layers = new Map<number, number>();
  return {
    dotsWide: width * 2,
    dotsHigh: height * 4,
    set(x, y, layer) {
      if (x < 0 || y < 0 || x >= width * 2 || y >= height * 4) return;
      const cell = (y >> 2) * width + (x >> 1);
      bits[cell] |= dotBits[y & 3][x & 1];
      layers.set(cell, layer);
    },
    cell(column, row) {
      const index = row * width + column;
      const text = bits[index] === 0 ? ' ' : String.fromCharCode(0x2800 + bits[index]);
      return { text, layer: layers.get(index) };
    },
  };
}

/** One mark a cell, `marks[layer]`. */
export function markCanvas(width: number, height: number, marks: readonly string[]): DotCanvas {
  const layers = new Map<number, number>();
  return {
    dotsWide: width,
    dotsHigh: height,
    set(x, y, layer) {
      if (x < 0 || y < 0 || x >= width || y >= height) return;
      layers.set(y * width + x, layer);
    },
    cell(column, row) {
      const layer = layers.get(row * width + column);
      return { text: layer === undefined ? ' ' : (marks[layer] ?? '*'), layer };
    },
  };
}

/** Calls `visit` for each dot of the straight line between two dots, both included (Bresenham 1965). */
export function eachDot(
  from: readonly [number, number],
  to: readonly [number, number],
  visit: (x: number, y: number) => void,
): void {
  let [x, y] = from;
  const [endX, endY] = to;
  const stepX = x < endX ? 1 : -1;
  const stepY = y < endY ? 1 : -1;
  const distanceX = Math.abs(endX - x);
  const distanceY = -Math.abs(endY - y);
  let error = distanceX + distanceY;
  for (;;) {
    visit(x, y);
    if (x === endX && y === endY) return;
    const doubled = 2 * error;
    if (doubled >= distanceY) {
      error += distanceY;
      x += stepX;
    }
    if (doubled <= distanceX) {
      error += distanceX;
      y += stepY;
    }
  }
}
