import { expect, test } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { datasetWarnings } from '../../src/dataset/warnings.js';

function datasetOf(counts: readonly number[], skipped: Dataset['skipped'] = []) {
  const labels = counts.flatMap((count, digit) => Array<number>(count).fill(digit));
  return { labels: Uint8Array.from(labels), skipped };
}

const full = Array<number>(10).fill(20);

test.each<[string, number[], string[]]>([
  ['nothing where all is well', full, []],
  [
    'one digit that is missing',
    full.with(3, 0),
    ['no samples of 3: the model cannot learn it; add folder 3'],
  ],
  [
    'two digits that are missing',
    full.with(3, 0).with(7, 0),
    ['no samples of 3 and 7: the model cannot learn them; add folders 3 and 7'],
  ],
  [
    'digits that are scarce',
    full.with(1, 19).with(2, 1).with(9, 5),
    ['fewer than 20 samples of 1, 2 and 9: add more, or expect poor answers there'],
  ],
  [
    'a digit that is missing before one that is scarce',
    full.with(0, 3).with(5, 0),
    [
      'no samples of 5: the model cannot learn it; add folder 5',
      'fewer than 20 samples of 0: add more, or expect poor answers there',
    ],
  ],
])('says %s', (_, counts, warnings) => {
  expect(datasetWarnings(datasetOf(counts))).toEqual(warnings);
});

test('says how many files were left out, and why the first', () => {
  const skipped = [
    { file: '/a/3/x.png', reason: 'x.png is empty' },
    { file: '/a/3/y.png', reason: 'y.png is text' },
  ];
  expect(datasetWarnings(datasetOf(full, skipped))).toEqual([
    '2 files were left out; the first: x.png is empty',
  ]);
});
