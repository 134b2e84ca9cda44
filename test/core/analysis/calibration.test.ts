import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/core/analysis/calibration.js';
import { madeSamples, noSamples } from './made-samples.js';

describe('a calibration', () => {
  const samples = madeSamples([1, 1, 0.75], [1, 1, 0.75], [1, 2, 0.75], [1, 3, 0.75], [5, 5, 0.5]);
  const calibration = calibrate(samples, 4);

  it('puts answers into bins of equal width by their confidence, the upper border included', () => {
    expect(calibration.bins[2]).toEqual({
      from: 0.5,
      to: 0.75,
      count: 4,
      confidence: 0.75,
      accuracy: 0.5,
    });
    expect(calibration.bins.map(({ count }) => count)).toEqual([0, 1, 4, 0]);
  });

  it('has no means for an empty bin', () => {
    expect(calibration.bins[0].confidence).toBeNaN();
    expect(calibration.bins[3].accuracy).toBeNaN();
  });

  it('weighs the distances of the bins by their samples, and names the largest', () => {
    expect(calibration.expectedError).toBeCloseTo((4 * 0.25 + 1 * 0.5) / 5, 12);
    expect(calibration.largestError).toBe(0.5);
  });

  it('has ten bins by default, which hold everything from 0 to 1', () => {
    const { bins } = calibrate(madeSamples([0, 0, 1], [0, 0, 0.101]));
    expect(bins.map(({ count }) => count)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('sums the Brier score over ten digits', () => {
    expect(calibrate(madeSamples([1, 1, 1])).brier).toBe(0);
    expect(calibrate(madeSamples([1, 2, 1])).brier).toBe(2);
    expect(calibrate(madeSamples([1, 1, 0.5])).brier).toBeCloseTo(0.25 + 9 * (0.5 / 9) ** 2, 7);
  });

  it('says nothing of no samples', () => {
    const { expectedError, largestError, brier } = calibrate(noSamples);
    expect([expectedError, largestError, brier]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
