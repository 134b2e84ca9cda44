import type { GreyImage } from '../grey-image.js';

type Size = Pick<GreyImage, 'width' | 'height'>;

/** Thin upright runs of ink, by column: y of the first and one past the last pixel. */
export type Runs = readonly (readonly [from: number, to: number])[][];

/** Rise for one pixel across: paper lies a little turned at most. */
const steepest = 0.12;
const slopes = 25;
/** Share of a line's columns that must have ink on it: digits stand apart, a ruled line goes on. */
const covered = 0.9;
/** A straight line along which there is thin ink. */
export interface Line {
  /** Pixels across, of the longest stretch with ink all along; 0 where there is none. */
  length: number;
  /** Runs that lie right on it. */
  straight: number;
  /** Median height of those, in pixels. */
  thickness: number;
  /** All thin runs along it. */
  ofLine: PlacedRun[];
}

interface PlacedRun {
  x: number;
  run: Runs[number][number];
}

/** The straight line that most columns have a thin run on (Hough 1962, over slope and height). */
export function longestLine(
  runs: Runs,
  { mask, size, reach }: { mask: Uint8Array; size: Size; reach: number },
): Line | undefined {
  const { width, height } = size;
  const bin = Math.max(2, Math.round(reach * 2));
  const rise = Math.ceil(steepest * width);
  const bins = Math.ceil((height + 2 * rise) / bin) + 1;
  let best = { votes: 0, slope: 0, offset: 0 };
  for (let step = 0; step < slopes; step++) {
    const slope = steepest * ((2 * step) / (slopes - 1) - 1);
    const votes = new Uint32Array(bins);
    for (let x = 0; x < width; x++) {
      for (const [from, to] of runs[x]) {
        votes[Math.floor(((from + to) / 2 - slope * x + rise) / bin)]++;
      }
    }
    votes.forEach((count, index) => {
      if (count > best.votes) best = { votes: count, slope, offset: (index + 0.5) * bin - rise };
    });
  }
  if (best.votes < 2) return undefined;
  const near = bin / 2 + reach;
  const place = fitted(runsNear(runs, best, near), best);
  const ofLine = runsNear(runs, place, near);
  const thickness = median(ofLine.map(({ run: [from, to] }) => to - from));
  const inked = Array.from({ length: width }, (_, x) =>
    hasInk(mask, size, { x, y: place.slope * x + place.offset, near }),
  );
  return {
    length: longestStretch(inked),
    straight: runsNear(runs, place, 0.7 + 0.2 * thickness).length,
    thickness,
    ofLine,
  };
}

interface Place {
  slope: number;
  offset: number;
}

function runsNear(runs: Runs, { slope, offset }: Place, near: number): PlacedRun[] {
  return runs.flatMap((column, x) =>
    column
      .filter(([from, to]) => Math.abs((from + to) / 2 - slope * x - offset) <= near)
      .map((run) => ({ x, run })),
  );
}

/** By least squares, twice: the second time without the half that lies farthest off. */
function fitted(runs: readonly PlacedRun[], first: Place): Place {
  let place = first;
  let kept = runs;
  for (let round = 0; round < 3; round++) {
    place = leastSquares(kept) ?? place;
    const { slope, offset } = place;
    const distances = runs.map(({ x, run }) =>
      Math.abs((run[0] + run[1]) / 2 - slope * x - offset),
    );
    const middle = median(distances);
    kept = runs.filter((_, index) => distances[index] <= middle);
  }
  return place;
}

function leastSquares(runs: readonly PlacedRun[]): Place | undefined {
  const points = runs.map(({ x, run: [from, to] }) => ({ x, y: (from + to) / 2 }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = mean((point) => (point.x - x) ** 2);
  if (!(spread > 0)) return undefined;
  const slope = mean((point) => (point.x - x) * (point.y - y)) / spread;
  return { slope, offset: y - slope * x };
}

function hasInk(
  mask: Uint8Array,
  { width, height }: Size,
  { x, y, near }: { x: number; y: number; near: number },
): boolean {
  for (let at = Math.max(0, Math.floor(y - near)); at < Math.min(height, y + near); at++) {
    if (mask[at * width + x] === 1) return true;
  }
  return false;
}

/** The longest stretch that begins and ends with ink and is covered enough. */
function longestStretch(inked: readonly boolean[]): number {
  // Above 0 where more of the columns so far have ink than is asked for.
  const balance = [0];
  for (const has of inked)
    balance.push(balance[balance.length - 1] + (has ? 1 - covered : -covered));
  let longest = 0;
  for (let from = 0; from < inked.length; from++) {
    if (!inked[from]) continue;
    for (let to = inked.length; to - from > longest; to--) {
      if (inked[to - 1] && balance[to] >= balance[from]) longest = to - from;
    }
  }
  return longest;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Runs of at most `thin` pixels. */
export function thinRuns(mask: Uint8Array, { width, height }: Size, thin: number): Runs {
  return Array.from({ length: width }, (_, x) => {
    const runs: [number, number][] = [];
    for (let y = 0; y < height; y++) {
      if (mask[y * width + x] === 0) continue;
      const from = y;
      while (y < height && mask[y * width + x] === 1) y++;
      if (y - from <= thin) runs.push([from, y]);
    }
    return runs;
  });
}
