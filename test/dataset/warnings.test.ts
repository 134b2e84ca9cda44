import { expect, test } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { datasetWarnings, type Findings } from '../../src/dataset/warnings.js';

const nothing: Findings = {
  acrossClasses: 0,
  sharedBySplit: 0,
  heldBack: 40,
  sharedByTest: 0,
};

const full = Array<number>(10).fill(20);

function warningsOf(
  counts: readonly number[],
  findings: Partial<Findings> = {},
  rest: Partial<Pick<Dataset, 'format' | 'skipped' | 'size' | 'forms' | 'remarks'>> = {},
): string[] {
  const labels = Uint8Array.from(
    counts.flatMap((count, digit) => Array<number>(count).fill(digit)),
  );
  const forms = { straight: labels.length, normalised: 0, darkOnLight: 0 };
  const samples = { format: 'folders', labels, skipped: [], forms, remarks: [], ...rest } as const;
  return datasetWarnings(samples, { ...nothing, ...findings });
}

test.each<[string, number[], string[]]>([
  ['nothing where all is well', full, []],
  [
    'one digit that is missing',
    full.with(3, 0),
    ['no samples of 3: the model cannot learn it; add some'],
  ],
  [
    'two digits that are missing',
    full.with(3, 0).with(7, 0),
    ['no samples of 3 and 7: the model cannot learn them; add some'],
  ],
  [
    'digits that are scarce',
    full.with(1, 19).with(2, 7).with(9, 12),
    ['fewer than 20 samples of 1, 2 and 9: add more, or expect poor answers there'],
  ],
  [
    'a digit that is missing before one that is scarce',
    full.with(0, 10).with(5, 0),
    [
      'no samples of 5: the model cannot learn it; add some',
      'fewer than 20 samples of 0: add more, or expect poor answers there',
    ],
  ],
  [
    'how unequal digits are, from three times on',
    full.with(4, 65).with(8, 60),
    [
      '3 times as many samples of 4 as of 0: balance them by class weights, or set a limit per class',
    ],
  ],
  ['nothing of digits that are nearly as many', full.with(4, 59), []],
])('says %s', (_, counts, warnings) => {
  expect(warningsOf(counts)).toEqual(warnings);
});

test('a picture under two labels comes before all else', () => {
  expect(warningsOf(full.with(3, 0), { acrossClasses: 2 })[0]).toBe(
    '2 pictures are there under two labels, one of which is wrong: look at them',
  );
});

test('copies on both sides are said where they are more than one in a hundred', () => {
  expect(warningsOf(full, { sharedBySplit: 4, heldBack: 400 })).toEqual([]);
  expect(warningsOf(full, { sharedBySplit: 5, heldBack: 400 })).toEqual([
    '5 of 400 held-back samples have a copy that is trained on: the validation will look better than it is',
  ]);
});

test('a test on what was trained on is said', () => {
  expect(warningsOf(full, { sharedByTest: 1 })).toEqual([
    '1 held-out sample is trained on too: the test will look better than it is',
  ]);
});

test('pictures that were turned are said, and photos of ink on paper are not', () => {
  const of = (straight: number, normalised: number) =>
    warningsOf(full, {}, { forms: { straight, normalised, darkOnLight: 150 } });
  expect(of(200, 0)).toEqual([
    '150 of 200 pictures look inverted, dark on light: they were turned',
  ]);
  expect(of(0, 200)).toEqual([]);
});

test('what loading has to say comes last', () => {
  expect(warningsOf(full.with(3, 0), {}, { remarks: ['it could not be kept'] })[1]).toBe(
    'it could not be kept',
  );
});

test('pictures of one size are said where that is not the size of the network', () => {
  const of = (side: number) => warningsOf(full, {}, { size: { width: side, height: side } });
  expect(of(28)).toEqual([]);
  expect(of(64)).toEqual([
    'all pictures are 64x64, as from one source: others may be read less well than the validation says',
  ]);
});

test('says how many files were left out, and why the first', () => {
  const skipped = [
    { file: '/a/3/x.png', reason: 'x.png is empty' },
    { file: '/a/3/y.png', reason: 'y.png is text' },
  ];
  expect(warningsOf(full, {}, { skipped })).toEqual([
    '2 files were left out; the first: x.png is empty',
  ]);
});
