import { describe, expect, it } from 'vitest';
import { confidenceStatus, toPrediction, totalPredictions } from '../../src/core/prediction.js';

describe('a prediction', () => {
  it.each([
    [0.81, 'High'],
    [0.8, 'Medium'],
    [0.51, 'Medium'],
    [0.5, 'Low'],
    [0.1, 'Low'],
  ] as const)('with confidence %f is %s', (confidence, status) => {
    expect(confidenceStatus(confidence)).toBe(status);
  });

  it('that is certain is a digit', () => {
    const certain = toPrediction([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(certain).toMatchObject({ digit: 3, confidence: 1, notADigit: 0, rejected: false });
  });

  it('that is spread over all digits is rejected', () => {
    const guess = toPrediction(Array<number>(10).fill(0.1));
    expect(guess.notADigit).toBeCloseTo(1);
    expect(guess.rejected).toBe(true);
  });

  it('that wavers between two digits is not', () => {
    expect(toPrediction([0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0]).rejected).toBe(false);
  });
});

describe('totals', () => {
  it('count digits and statuses and average the confidence', () => {
    const totals = totalPredictions([
      { digit: 3, confidence: 0.9, status: 'High' },
      { digit: 3, confidence: 0.6, status: 'Medium' },
      { digit: 0, confidence: 0.3, status: 'Low' },
    ]);
    expect(totals.count).toBe(3);
    expect(totals.averageConfidence).toBeCloseTo(0.6);
    expect(totals.distribution).toEqual([1, 0, 0, 2, 0, 0, 0, 0, 0, 0]);
    expect(totals.statuses).toEqual({ High: 1, Medium: 1, Low: 1 });
  });

  it('of nothing have no average', () => {
    expect(totalPredictions([]).averageConfidence).toBeNaN();
  });
});
