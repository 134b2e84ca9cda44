import { expect, it } from 'vitest';
import { settledAnswer } from '../../../src/core/analysis/settled-answer.js';

const sure = (digit: number) => Array.from({ length: 10 }, (_, each) => (each === digit ? 1 : 0));
const along = (...digits: number[]) =>
  digits.map((digit, index) => ({ epoch: index + 1, probabilities: sure(digit) }));

it.each([
  [[4], { digit: 4, from: 1, before: [] }],
  [[9, 4, 4], { digit: 4, from: 2, before: [9] }],
  [[4, 9, 4], { digit: 4, from: 3, before: [4, 9] }],
  [[4, 9], { digit: 9, from: 2, before: [4] }],
])('answers of %j settle', (digits, settled) => {
  expect(settledAnswer(along(...digits))).toEqual(settled);
});

it('has nothing to tell without an epoch', () => {
  expect(settledAnswer([])).toBeUndefined();
});
