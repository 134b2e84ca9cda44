import type { Random } from '../../core/random.js';
import type { Glyph } from './glyph.js';

/** One long line that wanders about, and crosses itself. */
export function scribble(random: Random): Glyph {
  const turns = 5 + random.below(7);
  const points = corners(turns, random);
  const stroke: number[] = points.slice(0, 2);
  for (let at = 2; at + 3 < points.length; at += 2) {
    // A curve from halfway to halfway, bent by the corner between.
    const [fromX, fromY] = stroke.slice(-2);
    const [cx, cy, x, y] = points.slice(at, at + 4);
    const [toX, toY] = [(cx + x) / 2, (cy + y) / 2];
    for (let piece = 1; piece <= 6; piece++) {
      const t = piece / 6;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      stroke.push(a * fromX + b * cx + c * toX, a * fromY + b * cy + c * toY);
    }
  }
  return [stroke];
}

/** Three to six short lines and hooks that mean nothing, as a sign of a script unknown. */
export function unknownSign(random: Random): Glyph {
  return Array.from({ length: 3 + random.below(4) }, () => corners(2 + random.below(2), random));
}

/** Lines beside each other, as ruled paper or hatching; sometimes crossed by others. */
export function hatching(random: Random): Glyph {
  const lines = 2 + random.below(5);
  const direction = random.uniform() < 0.5 ? 0 : random.uniform() * Math.PI;
  const strokes = parallel(lines, direction, random);
  return random.uniform() < 0.5
    ? strokes
    : [...strokes, ...parallel(1 + random.below(5), direction + Math.PI / 2, random)];
}

function parallel(lines: number, direction: number, random: Random): number[][] {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const long = 35 + 15 * random.uniform();
  return Array.from({ length: lines }, (_, line) => {
    const beside = lines > 1 ? ((line / (lines - 1)) * 2 - 1) * 45 : 0;
    const [from, to] = [-long - 8 * random.uniform(), long + 8 * random.uniform()];
    return [
      50 + from * cos - beside * sin,
      50 + from * sin + beside * cos,
      50 + to * cos - beside * sin,
      50 + to * sin + beside * cos,
    ];
  });
}

function corners(count: number, random: Random): number[] {
  return Array.from({ length: 2 * count }, () => random.uniform() * 100);
}
