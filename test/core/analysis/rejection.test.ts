import { describe, expect, it } from 'vitest';
import { judgeRejection, rejectionAt } from '../../../src/core/analysis/rejection.js';

/** One probability for a digit, the rest spread evenly. */
function row(digit: number, confidence: number): number[] {
  const rest = (1 - confidence) / 9;
  return Array.from({ length: 10 }, (_, each) => (each === digit ? confidence : rest));
}

const even = row(0, 0.1);
const digits = {
  labels: Uint8Array.of(1, 2, 3, 4),
  probabilities: Float32Array.from([...row(1, 1), ...row(2, 0.99), ...row(3, 0.9), ...row(5, 0.3)]),
};
const nonDigits = Float32Array.from([...even, ...even, ...row(7, 0.2), ...row(1, 0.999)]);

describe('what rejection costs and brings', () => {
  const rejection = judgeRejection(digits, nonDigits);

  it('is counted on both kinds of samples', () => {
    expect(rejection).toMatchObject({ digits: 4, nonDigits: 4 });
    // Doubts of the digits: 0, 0.03, 0.24 and 0.93; of the others: 1, 1, 0.98 and 0.004.
    expect(rejectionAt(rejection, 0.5)).toEqual({
      threshold: 0.5,
      coverage: 0.75,
      accuracy: 1,
      heldBack: 0.75,
    });
    expect(rejectionAt(rejection, 0.95)).toMatchObject({ coverage: 1, accuracy: 0.75 });
    expect(rejectionAt(rejection, 0.1)).toMatchObject({ coverage: 0.5, heldBack: 0.75 });
  });

  it('chooses the lowest threshold that keeps nearly all digits, the highest where none does', () => {
    expect(rejection.threshold).toBe(0.95);
    const three = {
      labels: digits.labels.slice(0, 3),
      probabilities: digits.probabilities.slice(0, 30),
    };
    expect(judgeRejection(three, nonDigits).threshold).toBe(0.25);
    const wild = { labels: Uint8Array.of(1), probabilities: Float32Array.from(even) };
    expect(judgeRejection(wild, nonDigits).threshold).toBe(0.95);
  });

  it('never keeps less, and never holds back more, as the threshold rises', () => {
    const { curve } = rejection;
    for (const [index, point] of curve.slice(1).entries()) {
      expect(point.coverage).toBeGreaterThanOrEqual(curve[index].coverage);
      expect(point.heldBack).toBeLessThanOrEqual(curve[index].heldBack);
    }
  });

  it('finds the nearest point that was measured', () => {
    expect(rejectionAt(rejection, 0).threshold).toBe(0.05);
    expect(rejectionAt(rejection, 0.44).threshold).toBe(0.45);
    expect(rejectionAt(rejection, 1).threshold).toBe(0.95);
  });

  it('has no figure that is no number where there are no samples', () => {
    const none = judgeRejection(
      { labels: new Uint8Array(0), probabilities: new Float32Array(0) },
      new Float32Array(0),
    );
    expect(none.curve[0]).toEqual({ threshold: 0.05, coverage: 0, accuracy: 0, heldBack: 0 });
    expect(none).toMatchObject({ digits: 0, nonDigits: 0 });
  });
});
