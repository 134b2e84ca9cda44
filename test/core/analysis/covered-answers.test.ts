import { expect, it } from 'vitest';
import {
  changedAnswers,
  lossesOf,
  weakestPlace,
} from '../../../src/core/analysis/covered-answers.js';

const kept = new Float32Array(784).fill(0.5);
kept[3 * 28 + 20] = 0.125;
const digits = new Uint8Array(784).fill(4);
digits.set([9, 9, 9, 1], 100);

it('counts the digits that covering changes the answer to, the most frequent first', () => {
  expect(changedAnswers({ kept, digits }, 4)).toEqual([
    { digit: 9, places: 3 },
    { digit: 1, places: 1 },
  ]);
});

it('finds where covering takes most', () => {
  expect(weakestPlace({ kept, digits })).toEqual({ x: 20, y: 3, kept: 0.125 });
});

it('finds no such place where the network answers no numbers', () => {
  expect(weakestPlace({ kept: new Float32Array(784).fill(Number.NaN), digits })).toBeUndefined();
});

it('says which share of the probability is lost, and never less than none', () => {
  const losses = lossesOf({ kept: [0.5, 0.25, 0.75, Number.NaN], digits: [] }, 0.5);
  expect(losses).toEqual([0, 0.5, 0, 0]);
});

it('loses nothing where there was nothing to lose', () => {
  expect(lossesOf({ kept: [0, 0], digits: [] }, 0)).toEqual([0, 0]);
});
