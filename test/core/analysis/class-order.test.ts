import { expect, it } from 'vitest';
import { accuracyInOrder, classOrderOf } from '../../../src/core/analysis/class-order.js';

/** Nine of ten samples of each digit go to the output that stands for it, the others to the next. */
function confusionOf(order: readonly number[]): number[][] {
  return Array.from({ length: 10 }, (_, digit) => {
    const own = order.indexOf(digit);
    return Array.from({ length: 10 }, (_, output) =>
      output === own ? 9 : output === (own + 1) % 10 ? 1 : 0,
    );
  });
}

const fromOne = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

it('finds what outputs stand for that begin with one', () => {
  expect(classOrderOf(confusionOf(fromOne))).toEqual(fromOne);
  expect(accuracyInOrder(confusionOf(fromOne), fromOne)).toBeCloseTo(0.9);
});

it('has nothing to say of outputs in the order of the digits', () => {
  expect(classOrderOf(confusionOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))).toBeUndefined();
});

it('makes no order of a network that answers the same to everything', () => {
  const always = Array.from({ length: 10 }, () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(classOrderOf(always)).toBeUndefined();
});
