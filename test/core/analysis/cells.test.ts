import { expect, it } from 'vitest';
import { hardestSamples, mostConfused, samplesOfCell } from '../../../src/core/analysis/cells.js';
import { madeSamples, noSamples } from './made-samples.js';

const samples = madeSamples([4, 4, 0.9], [4, 9, 0.6], [4, 9, 0.8], [4, 4, 0.4], [9, 9, 0.7]);

it('lists the samples of a cell, the most confident first', () => {
  expect(samplesOfCell(samples, 4, 9)).toEqual([2, 1]);
  expect(samplesOfCell(samples, 4, 4)).toEqual([0, 3]);
  expect(samplesOfCell(samples, 0, 0)).toEqual([]);
});

it('finds wrong answers hardest, the most confident first, then right ones in doubt', () => {
  expect(hardestSamples(samples, 4)).toEqual([2, 1, 3, 4]);
  expect(hardestSamples(samples, 99)).toHaveLength(5);
  expect(hardestSamples(noSamples, 4)).toEqual([]);
});

it('lists the mistakes of a confusion matrix, the most frequent first', () => {
  const confusion = [
    [5, 1, 0],
    [0, 5, 0],
    [0, 3, 5],
  ];
  expect(mostConfused(confusion)).toEqual([
    { label: 2, digit: 1, count: 3 },
    { label: 0, digit: 1, count: 1 },
  ]);
});
