import { expect, test } from 'vitest';
import { BatchesByTime } from '../../../src/dataset/threads/batches-by-time.js';

/** Sizes of all batches, where a piece takes so many milliseconds. */
function sizes(count: number, milliseconds: number): number[] {
  const batches = new BatchesByTime(count);
  const found: number[] = [];
  for (let batch = batches.next(); batch; batch = batches.next()) {
    expect(batch.start).toBe(found.reduce((sum, size) => sum + size, 0));
    found.push(batch.end - batch.start);
    batches.took(batch, (batch.end - batch.start) * milliseconds);
  }
  return found;
}

test('batches grow by and by to forty milliseconds, and come to the count', () => {
  const all = sizes(5000, 0.1);
  expect(all.slice(0, 5)).toEqual([8, 32, 128, 400, 400]);
  expect(all.reduce((sum, size) => sum + size, 0)).toBe(5000);
});

test('those of photos are small, so that no thread is left with many', () => {
  expect(sizes(30, 80)).toEqual([8, ...Array(11).fill(2)]);
});

test('those of next to nothing have a bound', () => {
  expect(Math.max(...sizes(50_000, 0.0001))).toBe(1024);
});

test('there are none of nothing', () => {
  expect(sizes(0, 1)).toEqual([]);
});
