import { mostLikely } from '../metrics.js';

const digits = 10;

/**
 * What the outputs of a network stand for, where labelled samples tell: some networks count from one, and have zero at
 * the end.
 *
 * @param confusion `confusion[label][output]`: samples with this label that this output was the highest of
 * @returns the digit of each output; undefined where they are in order, or no order makes sense of them
 */
export function classOrderOf(confusion: readonly (readonly number[])[]): number[] | undefined {
  const order = Array.from({ length: digits }, (_, output) =>
    mostLikely(confusion.map((row) => row[output])),
  );
  const isOrder = new Set(order).size === digits;
  const isUsual = order.every((digit, output) => digit === output);
  return isOrder && !isUsual ? order : undefined;
}

/** Share of right answers where the outputs stand for these digits, 0..1. */
export function accuracyInOrder(
  confusion: readonly (readonly number[])[],
  order: readonly number[],
): number {
  const right = order.reduce((sum, digit, output) => sum + confusion[digit][output], 0);
  return right / confusion.flat().reduce((sum, count) => sum + count, 0);
}
