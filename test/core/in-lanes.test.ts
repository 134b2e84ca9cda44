import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inLanes } from '../../src/core/in-lanes.js';

it('keeps the order of the items, whichever is ready first', async () => {
  const results = await inLanes([30, 1, 10], 3, async (delay) => {
    await sleep(delay);
    return delay;
  });
  expect(results).toEqual([30, 1, 10]);
});

it('has no more than so many under way at once', async () => {
  let underWay = 0;
  let most = 0;
  await inLanes(Array<number>(20).fill(0), 4, async () => {
    most = Math.max(most, ++underWay);
    await sleep(1);
    underWay--;
  });
  expect(most).toBe(4);
});

it('begins nothing after a failure', async () => {
  const begun: number[] = [];
  const all = inLanes([1, 2, 3, 4], 1, async (item) => {
    begun.push(item);
    if (item === 2) throw new Error('broken');
  });
  await expect(all).rejects.toThrow('broken');
  expect(begun).toEqual([1, 2]);
});
