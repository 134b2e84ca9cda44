import type { Component } from './find-components.js';

/** Of the tallest part and of its ink: smaller parts are of a digit, or no digit. */
const least = { height: 0.6, area: 0.2 };
/** Wider than so many times its height is no single digit. */
const widest = 1.35;

/**
 * A quick guess at how many digits there are: parts about as tall as the tallest, beside or below
 * each other rather than over each other, and those that are too wide for one digit as two.
 */
export function countDigits(parts: readonly Component[]): number {
  const tallest = parts.reduce(
    (best, part) => (part.box[3] > best.box[3] ? part : best),
    parts[0] ?? { box: [0, 0, 0, 0], area: 0 },
  );
  const digits: Component[] = [];
  for (const part of [...parts].sort((a, b) => b.area - a.area)) {
    const isTall = part.box[3] >= least.height * tallest.box[3];
    if (!isTall || part.area < least.area * tallest.area) continue;
    if (!digits.some((digit) => isOver(part, digit))) digits.push(part);
  }
  return digits.reduce((count, { box: [, , width, height] }) => {
    return count + (width > widest * height ? 2 : 1);
  }, 0);
}

/** Half of the smaller's box or more is within the other's. */
function isOver({ box: a }: Component, { box: b }: Component): boolean {
  const across = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  const smaller = Math.min(a[2] * a[3], b[2] * b[3]);
  return across > 0 && down > 0 && across * down >= 0.5 * smaller;
}
