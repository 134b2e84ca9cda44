/** Thresholds to step through: finer where the confidences of a good model crowd. */
export const thresholds: readonly number[] = [
  ...steps(0, 50, 10, 100),
  ...steps(50, 90, 5, 100),
  ...steps(90, 99, 1, 100),
  ...steps(990, 1000, 1, 1000),
];

/** The next threshold above, or the one below; the last stays. */
export function nextThreshold(threshold: number, direction: 1 | -1): number {
  const found =
    direction > 0
      ? thresholds.find((each) => each > threshold)
      : thresholds.findLast((each) => each < threshold);
  return found ?? threshold;
}

/** From `from` up to but without `to`, as shares of `whole`: exact where decimals would add up errors. */
function steps(from: number, to: number, step: number, whole: number): number[] {
  return Array.from({ length: (to - from) / step }, (_, index) => (from + index * step) / whole);
}
