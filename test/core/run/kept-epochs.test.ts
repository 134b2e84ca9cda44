import { expect, it } from 'vitest';
import { isEpochKept } from '../../../src/core/run/kept-epochs.js';

const kept = (last: number) =>
  Array.from({ length: last }, (_, index) => index + 1).filter((epoch) => isEpochKept(epoch, last));

it('keeps every epoch of a usual run', () => {
  expect(kept(1)).toEqual([1]);
  expect(kept(64)).toHaveLength(64);
});

it('thins a long run evenly, with its first and last epoch', () => {
  expect(kept(65)).toEqual([1, ...Array.from({ length: 32 }, (_, index) => 2 * index + 2), 65]);
  expect(kept(1000).length).toBeLessThanOrEqual(66);
  expect(kept(1000).slice(0, 3)).toEqual([1, 16, 32]);
  expect(kept(1000).at(-1)).toBe(1000);
});

it('lets nothing go that a longer run would still keep', () => {
  for (let last = 2; last < 300; last++) {
    const before = new Set(kept(last - 1));
    expect(kept(last).filter((epoch) => epoch !== last && !before.has(epoch))).toEqual([]);
  }
});
