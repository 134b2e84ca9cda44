import type { Random } from '../../core/random.js';
import { imageSide } from '../../dataset/dataset.js';
import type { Glyph } from './glyph.js';
import { drawStrokes } from './pen.js';

/** How one hand differs from another; each way where nothing else is said. */
const hand = {
  /** Radians. */
  turn: 0.14,
  /** To the side for each unit of height. */
  slant: 0.35,
  /** Natural logarithm of width over height. */
  aspect: 0.3,
  /** Hundredths of the glyph, the furthest that its lines bend along an axis. */
  bend: 7,
  /** Hundredths of the glyph that a stroke begins beside its place. */
  offset: 4,
  /** Pixels, the thinnest and the thickest pen. */
  thinnest: 1.5,
  thickest: 4,
} as const;

/** Pixels of the longest side in MNIST's form. */
const length = 20;

/**
 * Writes a glyph as some hand would, in MNIST's form: 20 pixels long, its mass in the middle.
 *
 * @param target 784 bytes, overwritten
 */
export function writeGlyph(glyph: Glyph, target: Uint8Array, random: Random): void {
  // A thin pen is more usual than a thick one.
  const width = hand.thinnest + (hand.thickest - hand.thinnest) * random.uniform() ** 1.5;
  const edge = 1 + random.uniform() * 0.6;
  const strokes = fitted(varied(glyph, random), length - width);
  target.fill(0);
  drawStrokes(target, strokes, { width, edge });
}

function varied(glyph: Glyph, random: Random): number[][] {
  const turn = eitherWay(hand.turn, random);
  const slant = eitherWay(hand.slant, random);
  const stretch = Math.exp(eitherWay(hand.aspect, random));
  const [bendX, bendY] = [wave(random), wave(random)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return glyph.map((stroke) => {
    const [offsetX, offsetY] = [eitherWay(hand.offset, random), eitherWay(hand.offset, random)];
    const points: number[] = [];
    for (let at = 0; at < stroke.length; at += 2) {
      const [x, y] = [stroke[at] + offsetX, stroke[at + 1] + offsetY];
      const across = (x + bendX(x, y) - slant * y) * stretch;
      const down = y + bendY(x, y);
      points.push(cos * across - sin * down, sin * across + cos * down);
    }
    return points;
  });
}

/** A smooth displacement over the glyph's box, less than two waves across it. */
function wave(random: Random): (x: number, y: number) => number {
  const [across, down] = [eitherWay(0.1, random), eitherWay(0.1, random)];
  const phase = random.uniform() * 2 * Math.PI;
  const height = hand.bend * random.uniform();
  return (x, y) => height * Math.sin(across * x + down * y + phase);
}

/** Strokes whose box is `side` pixels long, the middle of their lines in the middle of the image. */
function fitted(strokes: readonly number[][], side: number): number[][] {
  const xs = strokes.flatMap((stroke) => stroke.filter((_, place) => place % 2 === 0));
  const ys = strokes.flatMap((stroke) => stroke.filter((_, place) => place % 2 === 1));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = side / Math.max(width, height, 1e-6);
  const middle = middleOfLines(strokes);
  const placeX = place((middle.x - left) * scale, width * scale);
  const placeY = place((middle.y - top) * scale, height * scale);
  return strokes.map((stroke) =>
    stroke.map((value, at) =>
      at % 2 === 0 ? (value - left) * scale + placeX : (value - top) * scale + placeY,
    ),
  );
}

/** Where a box begins so that its mass is in the middle of the image, as near as it fits in. */
function place(mass: number, size: number): number {
  return Math.min(imageSide - 2 - size, Math.max(2, imageSide / 2 - mass));
}

function middleOfLines(strokes: readonly number[][]): { x: number; y: number } {
  let [total, sumX, sumY] = [0, 0, 0];
  for (const stroke of strokes) {
    for (let at = 0; at + 3 < stroke.length; at += 2) {
      const [x, y, nextX, nextY] = stroke.slice(at, at + 4);
      // A dot counts a little too.
      const weight = Math.hypot(nextX - x, nextY - y) + 1;
      total += weight;
      sumX += (weight * (x + nextX)) / 2;
      sumY += (weight * (y + nextY)) / 2;
    }
  }
  return { x: sumX / total, y: sumY / total };
}

/** Uniform in ±limit. */
function eitherWay(limit: number, random: Random): number {
  return (random.uniform() * 2 - 1) * limit;
}
