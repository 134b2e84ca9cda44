import { describe, expect, it } from 'vitest';
import { evaluatePredictions, mostLikely } from '../../src/core/metrics.js';

/** Rows of ten with all weight on the given digits. */
function certain(...digits: number[]): Float32Array {
  const rows = new Float32Array(digits.length * 10);
  digits.forEach((digit, index) => {
    rows[index * 10 + digit] = 1;
  });
  return rows;
}

describe('an evaluation', () => {
  const labels = Uint8Array.of(0, 0, 0, 1);
  const evaluation = evaluatePredictions(labels, certain(0, 0, 1, 1));

  it('counts right answers', () => {
    expect(evaluation.count).toBe(4);
    expect(evaluation.accuracy).toBe(0.75);
  });

  it('weighs each digit alike in the macro accuracy, leaving out those without samples', () => {
    expect(evaluation.macroAccuracy).toBeCloseTo((2 / 3 + 1) / 2);
  });

  it('scores each digit', () => {
    expect(evaluation.perClass[0]).toEqual({
      digit: 0,
      count: 3,
      precision: 1,
      recall: 2 / 3,
      f1: 0.8,
    });
    expect(evaluation.perClass[1].precision).toBe(0.5);
    expect(evaluation.perClass[7]).toEqual({
      digit: 7,
      count: 0,
      precision: Number.NaN,
      recall: Number.NaN,
      f1: Number.NaN,
    });
  });

  it('has labels in rows and answers in columns of the confusion matrix', () => {
    expect(evaluation.confusion[0].slice(0, 2)).toEqual([2, 1]);
    expect(evaluation.confusion[1].slice(0, 2)).toEqual([0, 1]);
  });

  it('holds the loss finite where a right answer got no probability at all', () => {
    expect(evaluation.loss).toBeCloseTo(-Math.log(1e-7) / 4);
  });
});

describe('the most likely digit', () => {
  it.each([
    [[0.1, 0.7, 0.2], 1],
    [[0.5, 0.5, 0], 0],
  ])('of %j is %i', (row, digit) => {
    expect(mostLikely(row)).toBe(digit);
  });
});
