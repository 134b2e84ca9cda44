import type { Part } from './parts.js';

/** A way to part touching digits: for each row of a part, the first column at its right side. */
export interface Cut {
  columns: Int16Array;
  /** Pixels of ink that it goes through. */
  ink: number;
}

/** Cost of a pixel of ink against one of paper, and of a step aside: paper is followed around ink. */
const inkCost = 8;
const asideCost = 0.6;

/**
 * Cuts from top to bottom along the way of least ink: as a drop that falls between the digits
 * (Congedo and others 1995), but one that knows what is below. Tried from everywhere; those that
 * go through least in their surroundings are kept, from left to right.
 *
 * @param height of a digit, in pixels
 */
export function findCuts(part: Part, { height, most }: { height: number; most: number }): Cut[] {
  const [, , width] = part.box;
  const step = Math.max(1, Math.round(height / 24));
  const margin = Math.max(2, Math.round(0.06 * height));
  const tried: (Cut & { at: number })[] = [];
  for (let at = margin; at <= width - margin; at += step) {
    tried.push({ at, ...leastInk(part, at, Math.round(0.28 * height)) });
  }
  const apart = Math.round(0.08 * height);
  const kept: typeof tried = [];
  for (const cut of [...tried].sort((a, b) => a.ink - b.ink)) {
    if (kept.length < most && kept.every((other) => between(cut, other) >= apart)) kept.push(cut);
  }
  return kept.sort((a, b) => mean(a) - mean(b));
}

/** Mean distance of two cuts. */
function between(a: Cut, b: Cut): number {
  return (
    a.columns.reduce((sum, x, row) => sum + Math.abs(x - b.columns[row]), 0) / a.columns.length
  );
}

function mean({ columns }: Cut): number {
  return columns.reduce((sum, x) => sum + x, 0) / columns.length;
}

/** The cheapest way down that stays within `reach` columns of where it was begun. */
function leastInk({ box: [, , width, height], mask }: Part, at: number, reach: number): Cut {
  const left = Math.max(1, at - reach);
  const right = Math.min(width - 1, at + reach);
  const across = right - left + 1;
  const costs = new Float32Array(across * height);
  const from = new Int8Array(across * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < across; x++) {
      // Between two columns: it goes through ink where there is ink on both sides of it.
      const index = y * width + left + x;
      const through = mask[index] === 1 && mask[index - 1] === 1 ? inkCost : 0;
      const here = 1 + through + 0.02 * Math.abs(left + x - at);
      if (y === 0) {
        costs[x] = here;
        continue;
      }
      let best = Number.POSITIVE_INFINITY;
      for (let aside = -1; aside <= 1; aside++) {
        const above = x + aside;
        if (above < 0 || above >= across) continue;
        const cost = costs[(y - 1) * across + above] + Math.abs(aside) * asideCost;
        if (cost < best) {
          best = cost;
          from[y * across + x] = aside;
        }
      }
      costs[y * across + x] = best + here;
    }
  }
  const columns = new Int16Array(height);
  let x = 0;
  for (let other = 1; other < across; other++) {
    if (costs[(height - 1) * across + other] < costs[(height - 1) * across + x]) x = other;
  }
  let ink = 0;
  for (let y = height - 1; y >= 0; y--) {
    columns[y] = left + x;
    const index = y * width + left + x;
    if (mask[index] === 1 && mask[index - 1] === 1) ink++;
    x += from[y * across + x];
  }
  return { columns, ink };
}

/** A part in pieces, from left to right; empty ones are left out. */
export function cutApart(part: Part, cuts: readonly Cut[]): (Part | undefined)[] {
  const {
    box: [left, top, width, height],
    mask,
  } = part;
  const pieces = Array.from({ length: cuts.length + 1 }, () => new Uint8Array(mask.length));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      if (mask[index] === 0) continue;
      // Cuts may cross: a pixel belongs to the piece after all cuts that it is right of.
      const piece = cuts.reduce((count, { columns }) => count + (x >= columns[y] ? 1 : 0), 0);
      pieces[piece][index] = 1;
    }
  }
  return pieces.map((ink) => tight(ink, [left, top, width, height]));
}

function tight(mask: Uint8Array, [left, top, width, height]: Part['box']): Part | undefined {
  let [x0, x1, y0, y1, area] = [width, -1, height, -1, 0];
  mask.forEach((value, index) => {
    if (value === 0) return;
    const x = index % width;
    const y = (index - x) / width;
    area++;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  });
  if (area === 0) return undefined;
  const box = [left + x0, top + y0, x1 - x0 + 1, y1 - y0 + 1] as const;
  const inside = new Uint8Array(box[2] * box[3]);
  for (let y = 0; y < box[3]; y++) {
    const row = (y0 + y) * width + x0;
    inside.set(mask.subarray(row, row + box[2]), y * box[2]);
  }
  return { box, mask: inside, area };
}
