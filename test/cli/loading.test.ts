import { expect, test } from 'vitest';
import { progressTeller } from '../../src/cli/loading.js';

test('the rate and the time left are said as soon as they are known, anew for each source', () => {
  const lines: string[] = [];
  let at = 0;
  const tell = progressTeller({ progress: (line) => lines.push(line) }, 'loading', () => at);
  const after = (milliseconds: number, done: number, total: number) => {
    at += milliseconds;
    tell({ done, total });
  };
  after(100, 0, 4000);
  after(100, 50, 4000);
  after(900, 1000, 4000);
  after(2000, 0, 600);
  after(1000, 300, 600);
  expect(lines).toEqual([
    'loading 0 of 4,000',
    'loading 50 of 4,000',
    'loading 1,000 of 4,000, 1,000 samples/s, left 3 s',
    'loading 0 of 600',
    'loading 300 of 600, 300 samples/s, left 1 s',
  ]);
});
