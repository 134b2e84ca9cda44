import type { Point } from './stroke.js';

/** A straight piece of a path. */
export type Piece = readonly [from: Point, to: Point];

/**
 * What the newest point of a stroke adds to its path. The path is a quadratic B-spline: it goes through the middles
 * between the points and is pulled by each, so that the stairs of a mouse that tells its cell alone become a line.
 */
export interface PathGrowth {
  /** Stays as it is whatever follows. */
  settled: readonly Piece[];
  /** From there to the newest point; another takes its place when the next point comes. */
  loose: Piece;
}

/** @param points of the stroke so far, at least one */
export function pathGrowth(points: readonly Point[]): PathGrowth {
  const [before, corner, end] = [points.at(-3), points.at(-2), points.at(-1)];
  if (!end) throw new RangeError('a stroke has at least one point');
  if (!corner) return { settled: [], loose: [end, end] };
  const reached = middle(corner, end);
  const settled = before
    ? curve(middle(before, corner), corner, reached)
    : ([[corner, reached]] as const);
  return { settled, loose: [reached, end] };
}

/** Pixels that a straight piece of a curve is long at most, about. */
const pieceLength = 4;

/** A quadratic Bézier curve in straight pieces. */
function curve(from: Point, pull: Point, to: Point): Piece[] {
  const length =
    Math.hypot(pull.x - from.x, pull.y - from.y) + Math.hypot(to.x - pull.x, to.y - pull.y);
  const pieces = Math.max(1, Math.min(64, Math.ceil(length / pieceLength)));
  const at = (share: number): Point => {
    const rest = 1 - share;
    const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
    return { x: a * from.x + b * pull.x + c * to.x, y: a * from.y + b * pull.y + c * to.y };
  };
  return Array.from({ length: pieces }, (_, index) => [
    at(index / pieces),
    at((index + 1) / pieces),
  ]);
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
