import type { Box } from '../grey-image.js';

/** The smallest box around all of them. */
export function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

/** Pixels that both have in common from left to right; below 0 the gap between them. */
export function overlapAcross(a: Box, b: Box): number {
  return Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
}

/** Pixels that both have in common from top to bottom; below 0 the gap between them. */
export function overlapDown(a: Box, b: Box): number {
  return Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
}
