import type { Glyphs } from '../glyphs.js';
import {
  type BlockShape,
  blockShape,
  penRadius,
  type Stroke,
  type StrokeCorner,
  shapeHeight,
} from './block-shapes.js';

/** Rows below which a symbol is no longer told from another. */
export const leastBlockHeight = 4;

export interface BlockTextOptions {
  /** Rows, at least `leastBlockHeight`. */
  height: number;
  glyphs: Glyphs;
}

/**
 * Digits, letters and `% . : ! ? - /` drawn large, in exactly `height` rows that are all as wide as `blockTextWidth`
 * says. A digit is 10 cells wide where it is 7 rows high. What has no shape is a gap.
 */
export function blockText(text: string, { height, glyphs }: BlockTextOptions): string[] {
  const symbols = [...text].map((character) => drawn(character, height, glyphs.mode));
  const gap = ' '.repeat(gapWidth(height));
  return Array.from({ length: height }, (_, row) => symbols.map((lines) => lines[row]).join(gap));
}

/** Cells of that text in `height` rows. */
export function blockTextWidth(text: string, height: number): number {
  const symbols = [...text].map((character) => symbolWidth(character, height));
  const gaps = Math.max(0, symbols.length - 1) * gapWidth(height);
  return symbols.reduce((sum, width) => sum + width, gaps);
}

/** The most rows in which the text stays within `room`; undefined where even the least do not. */
export function blockTextHeight(
  text: string,
  room: { width: number; height: number },
): number | undefined {
  let height = Math.floor(room.height);
  while (height >= leastBlockHeight && blockTextWidth(text, height) > room.width) height -= 1;
  return height >= leastBlockHeight ? height : undefined;
}

/** Where a character has no shape. */
const spaceWidth = 5;

function symbolWidth(character: string, height: number): number {
  const width = blockShape(character)?.width ?? spaceWidth;
  return Math.max(1, Math.round((width * height * 2) / shapeHeight));
}

function gapWidth(height: number): number {
  return Math.max(1, Math.round(height / 4));
}

const drawings = new Map<string, readonly string[]>();

/** Kept: there are few symbols and few sizes, and a large one takes milliseconds. */
function drawn(character: string, height: number, mode: Glyphs['mode']): readonly string[] {
  const key = `${character} ${height} ${mode}`;
  const kept = drawings.get(key);
  if (kept) return kept;
  const width = symbolWidth(character, height);
  const lines = drawShape(blockShape(character), { width, height, mode });
  drawings.set(key, lines);
  return lines;
}

/** A cell by its quarters as bits: upper left 1, upper right 2, lower left 4, lower right 8. */
export const quarters: readonly string[] = [...' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█'];

function drawShape(
  shape: BlockShape | undefined,
  { width, height, mode }: { width: number; height: number; mode: Glyphs['mode'] },
): string[] {
  // Where the font has no quarters, the middle of a cell decides.
  const parts = mode === 'unicode' ? 2 : 1;
  const signs = mode === 'unicode' ? quarters : [' ', '#'];
  const ink = inkOf(shape, { width: width * parts, height: height * parts });
  const sign = (column: number, row: number) => {
    let bits = 0;
    for (let part = 0; part < parts * parts; part += 1) {
      const x = column * parts + (part % parts);
      const y = row * parts + Math.floor(part / parts);
      bits |= ink[y * width * parts + x] << part;
    }
    return signs[bits];
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => sign(column, row)).join(''),
  );
}

/** One value a point of a grid that the shape fills: 1 where the pen has been. */
function inkOf(
  shape: BlockShape | undefined,
  { width, height }: { width: number; height: number },
): Uint8Array {
  const ink = new Uint8Array(width * height);
  if (!shape) return ink;
  const scale: Point = [shape.width / width, shapeHeight / height];
  // Points of the grid stand for the middle of their part of the shape.
  const reached = (low: number, high: number, unit: number, count: number) => [
    Math.max(0, Math.floor((low - penRadius) / unit)),
    Math.min(count, Math.ceil((high + penRadius) / unit)),
  ];
  for (const [from, to] of shape.strokes.flatMap(penPieces)) {
    const [left, right] = reached(
      Math.min(from[0], to[0]),
      Math.max(from[0], to[0]),
      scale[0],
      width,
    );
    const [top, end] = reached(
      Math.min(from[1], to[1]),
      Math.max(from[1], to[1]),
      scale[1],
      height,
    );
    for (let row = top; row < end; row += 1) {
      for (let column = left; column < right; column += 1) {
        const at: Point = [(column + 0.5) * scale[0], (row + 0.5) * scale[1]];
        if (distanceTo(at, from, to) <= penRadius) ink[row * width + column] = 1;
      }
    }
  }
  return ink;
}

type Point = readonly [x: number, y: number];

/** The straight pieces that the pen draws; corners are rounded by short ones. */
function penPieces(stroke: Stroke): [from: Point, to: Point][] {
  const isLoop = 'loop' in stroke;
  const corners = isLoop ? stroke.loop : stroke.line;
  const points = corners.flatMap((corner, index): Point[] => {
    const before = isLoop ? corners.at(index - 1) : corners[index - 1];
    const after = isLoop ? corners[(index + 1) % corners.length] : corners[index + 1];
    return before && after ? rounded(corner, before, after) : [[corner[0], corner[1]]];
  });
  const ends = isLoop ? [...points.slice(1), points[0]] : points.slice(1);
  return ends.map((end, index) => [points[index], end]);
}

const turnSteps = 8;

/** A quarter of a circle, sheared as the corner is, instead of the corner. */
function rounded(corner: StrokeCorner, before: StrokeCorner, after: StrokeCorner): Point[] {
  const [x, y, rounding = 0] = corner;
  if (rounding === 0) return [[x, y]];
  const from = towards(corner, before, rounding);
  const to = towards(corner, after, rounding);
  return Array.from({ length: turnSteps + 1 }, (_, step) => {
    const angle = (step / turnSteps) * (Math.PI / 2);
    const [back, on] = [1 - Math.sin(angle), 1 - Math.cos(angle)];
    return [
      x + (from[0] - x) * back + (to[0] - x) * on,
      y + (from[1] - y) * back + (to[1] - y) * on,
    ];
  });
}

/** The point at that distance from a corner, at most half way to the next. */
function towards([x, y]: StrokeCorner, [toX, toY]: StrokeCorner, distance: number): Point {
  const length = Math.hypot(toX - x, toY - y);
  const share = Math.min(distance, length / 2) / length;
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** Distance of a point from a straight piece, its ends included. */
function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [acrossX, acrossY] = [toX - fromX, toY - fromY];
  const length = acrossX ** 2 + acrossY ** 2;
  const along = length > 0 ? ((x - fromX) * acrossX + (y - fromY) * acrossY) / length : 0;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - share * acrossX, y - fromY - share * acrossY);
}
