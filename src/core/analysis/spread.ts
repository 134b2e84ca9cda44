/** How measured values lie: all NaN, save for the count, where there is none. */
export interface Spread {
  count: number;
  median: number;
  mean: number;
  /** 5 of 100 values lie below. */
  p5: number;
  p95: number;
  lowest: number;
  highest: number;
}

/**
 * Values that are not finite are left out. Percentiles lie linearly between the two nearest values
 * (Hyndman and Fan 1996, type 7, as numpy's default).
 */
export function spreadOf(values: ArrayLike<number>): Spread {
  const sorted = Float64Array.from(values)
    .filter((value) => Number.isFinite(value))
    .sort();
  return {
    count: sorted.length,
    median: quantile(sorted, 0.5),
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    p5: quantile(sorted, 0.05),
    p95: quantile(sorted, 0.95),
    lowest: quantile(sorted, 0),
    highest: quantile(sorted, 1),
  };
}

function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
