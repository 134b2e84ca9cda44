import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../../src/core/analysis/comparison.js';
import { mcNemar } from '../../../src/core/analysis/mc-nemar.js';
import { madeSamples } from './made-samples.js';

describe('a comparison of two models', () => {
  const a = madeSamples([1, 1, 0.9], [2, 2, 0.9], [3, 3, 0.6], [4, 0, 0.9], [5, 0, 0.7]);
  const b = madeSamples([1, 1, 0.8], [2, 7, 0.5], [3, 7, 0.8], [4, 4, 0.9], [5, 1, 0.7]);
  const comparison = compareAnswers(a.labels, a.probabilities, b.probabilities);

  it('counts who is right', () => {
    expect(comparison).toMatchObject({ bothRight: 1, onlyA: 2, onlyB: 1, neither: 1 });
  });

  it('lists where only one is right, the most confident mistake of the other first', () => {
    expect(comparison.onlyAIndices).toEqual([2, 1]);
    expect(comparison.onlyBIndices).toEqual([3]);
  });

  it('tests the difference', () => {
    expect(comparison.mcNemar).toEqual({ statistic: 1, p: 1, method: 'exact' });
  });
});

describe("McNemar's test", () => {
  it.each([
    [0, 0, { statistic: Number.NaN, p: 1, method: 'none' }],
    [0, 6, { statistic: 0, p: 2 / 64, method: 'exact' }],
    [3, 3, { statistic: 3, p: 1, method: 'exact' }],
    [12, 12, { statistic: 12, p: 1, method: 'exact' }],
    [13, 12, { statistic: 0, p: 1, method: 'chi-squared' }],
  ])('of %i and %i discordant pairs', (onlyA, onlyB, expected) => {
    expect(mcNemar(onlyA, onlyB)).toEqual(expected);
  });

  it('is chi-squared of one degree of freedom with a continuity correction', () => {
    const { statistic, p } = mcNemar(121, 59);
    expect(statistic).toBeCloseTo(20.672222, 6);
    expect(p).toBeCloseTo(5.450094e-6, 10);
    expect(mcNemar(1000, 0).p).toBeLessThan(1e-200);
  });
});
