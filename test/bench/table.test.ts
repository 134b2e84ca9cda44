import { expect, it } from 'vitest';
import type { Summary } from '../../bench/summary.js';
import { renderTables } from '../../bench/table.js';

const summary: Summary = {
  what: 'train',
  subject: 'Digitscope native',
  setting: 'batch 32',
  unit: 'images/s',
  median: 7208.4,
  lowest: 6900,
  highest: 7300,
  rounds: 3,
};

it('shows one aligned table a measurement, in their order', () => {
  const tables = renderTables([
    { ...summary, what: 'start', setting: 'cold', unit: 's', median: 1.5, rounds: 1 },
    summary,
    { ...summary, subject: 'Keras fit()', median: 4000, lowest: 3900, highest: 4100, ours: 1.8021 },
  ]);
  expect(tables.split('\n')).toEqual([
    '### Training',
    '',
    '| setting  | subject           |         median | lowest to highest | Digitscope native is |',
    '| -------- | ----------------- | -------------: | ----------------- | -------------------- |',
    '| batch 32 | Digitscope native | 7,208 images/s | 6,900 to 7,300    |                      |',
    '| batch 32 | Keras fit()       | 4,000 images/s | 3,900 to 4,100    | 1.80 times as fast   |',
    '',
    '### Start',
    '',
    '| setting | subject           | median | lowest to highest | Digitscope native is |',
    '| ------- | ----------------- | -----: | ----------------- | -------------------- |',
    '| cold    | Digitscope native | 1.50 s |                   |                      |',
    '',
  ]);
});
