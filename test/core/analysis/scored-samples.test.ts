import { expect, it } from 'vitest';
import { answerOf, answersOf } from '../../../src/core/analysis/scored-samples.js';
import { madeSamples, noSamples } from './made-samples.js';

it('answers the most likely digit of each sample', () => {
  const samples = madeSamples([3, 3, 0.5], [4, 9, 0.75]);
  expect(answersOf(samples)).toEqual([
    { digit: 3, confidence: 0.5, right: true },
    { digit: 9, confidence: 0.75, right: false },
  ]);
  expect(answerOf(samples, 1).digit).toBe(9);
  expect(answersOf(noSamples)).toEqual([]);
});

it('has no confidence in an answer that is no number', () => {
  const samples = {
    labels: Uint8Array.of(1),
    probabilities: new Float32Array(10).fill(Number.NaN),
  };
  expect(answerOf(samples, 0)).toEqual({ digit: 0, confidence: 0, right: false });
});
