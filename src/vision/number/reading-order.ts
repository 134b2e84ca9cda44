import { overlapDown } from './boxes.js';
import type { Part } from './parts.js';

/** Parts as a person reads them: lines from top to bottom, in each from left to right. */
export function readingOrder(parts: readonly Part[]): Part[][] {
  const sorted = [...parts].sort((a, b) => middle(a).x - middle(b).x);
  const lines: Part[][] = [];
  for (const part of sorted) {
    // The line whose last digits are at this height: a line may rise or fall.
    const line = lines
      .filter((candidate) => continues(candidate, part))
      .sort((a, b) => distance(a, part) - distance(b, part))[0];
    if (line) line.push(part);
    else lines.push([part]);
  }
  return lines.sort((a, b) => heightOf(a) - heightOf(b));
}

/** Of the smaller of both, how much must be at the same height. */
const shared = 0.4;

function continues(line: readonly Part[], part: Part): boolean {
  const last = line[line.length - 1];
  return overlapDown(last.box, part.box) >= shared * Math.min(last.box[3], part.box[3]);
}

function distance(line: readonly Part[], part: Part): number {
  const [a, b] = [middle(line[line.length - 1]), middle(part)];
  return Math.abs(a.y - b.y) + 0.2 * Math.abs(a.x - b.x);
}

function heightOf(line: readonly Part[]): number {
  return line.reduce((sum, part) => sum + middle(part).y, 0) / line.length;
}

function middle({ box: [x, y, width, height] }: Part): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
