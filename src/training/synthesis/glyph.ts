/** Points of one stroke: x, y, x, y, … */
export type Stroke = readonly number[];

/** What a pen draws, stroke by stroke. */
export type Glyph = readonly Stroke[];

/** Pieces that a curve is cut into. */
const pieces = 10;

/**
 * Reads a drawing in a box of 100 × 100, y down, in the manner of SVG's paths: `M x y` sets the pen
 * down, `L x y` draws a line, `Q cx cy x y` a quadratic curve, and `A cx cy rx ry from to` a line to
 * where an arc begins, and the arc; its degrees run clockwise from the right.
 *
 * @throws Error where it is not written so
 */
export function readGlyph(path: string): Glyph {
  const strokes: number[][] = [];
  for (const [, command, words] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const values = words
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (values.length !== lengths[command] || values.some(Number.isNaN)) {
      throw new Error(`${command}${words} is no part of a glyph`);
    }
    if (command === 'M') strokes.push(values);
    else if (command === 'A') addArc(strokes, values);
    else {
      const stroke = strokes.at(-1);
      if (!stroke) throw new Error(`${path} draws before the pen is down`);
      if (command === 'L') stroke.push(...values);
      else addCurve(stroke, values);
    }
  }
  return strokes;
}

const lengths: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, A: 6 };

function addCurve(stroke: number[], [cx, cy, x, y]: readonly number[]): void {
  const [fromX, fromY] = stroke.slice(-2);
  for (let piece = 1; piece <= pieces; piece++) {
    const t = piece / pieces;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    stroke.push(a * fromX + b * cx + c * x, a * fromY + b * cy + c * y);
  }
}

/** An arc at the very beginning sets the pen down itself. */
function addArc(strokes: number[][], [cx, cy, rx, ry, from, to]: readonly number[]): void {
  if (strokes.length === 0) strokes.push([]);
  const stroke = strokes[strokes.length - 1];
  for (let piece = 0; piece <= 2 * pieces; piece++) {
    const angle = ((from + ((to - from) * piece) / (2 * pieces)) * Math.PI) / 180;
    stroke.push(cx + rx * Math.cos(angle), cy + ry * Math.sin(angle));
  }
}
