/** Work that a run still has before it, in images, and how fast it goes. */
export interface Remaining {
  trainImages: number;
  validationImages: number;
  /** Images a second while training; 0 where it is not known yet. */
  trainRate: number;
  /** The same for validation; undefined before the first one. */
  validationRate?: number;
}

/** Validation needs no backward pass: until it was measured it is taken as this much faster. */
const assumedSpeedUp = 3;

/** @returns seconds until the last epoch has ended, NaN while nothing is known */
export function secondsLeft(remaining: Remaining): number {
  const { trainImages, validationImages, trainRate } = remaining;
  if (!(trainRate > 0)) return Number.NaN;
  const validationRate = remaining.validationRate ?? trainRate * assumedSpeedUp;
  return trainImages / trainRate + validationImages / validationRate;
}
