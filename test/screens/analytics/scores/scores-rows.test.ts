import { describe, expect, it } from 'vitest';
import { evaluatePredictions } from '../../../../src/core/metrics.js';
import {
  barsFrom,
  digitScoreRows,
} from '../../../../src/screens/analytics/scores/digit-score-rows.js';
import {
  confusedRows,
  scoreFigures,
  scoreWarning,
} from '../../../../src/screens/analytics/scores/figure-rows.js';
import {
  cellAt,
  cellWords,
  matrixRows,
} from '../../../../src/screens/analytics/scores/matrix-rows.js';
import { scoresLayout } from '../../../../src/screens/analytics/scores/scores-layout.js';
import { scoringRows } from '../../../../src/screens/analytics/scores/scoring-rows.js';
import { sourceTitle } from '../../../../src/screens/analytics/scores/source-title.js';
import { decodeScored } from '../../../../src/state/analytics/scored.js';
import { glyphsFor } from '../../../../src/ui/glyphs.js';
import { rowText } from '../../../../src/ui/rows.js';
import {
  type FakeAnswer,
  scoreAnswer,
  someAnswers,
} from '../../../state/analytics/scores-fakes.js';

const unicode = glyphsFor('unicode');
const ascii = glyphsFor('ascii');

function scoresOf(answers: readonly FakeAnswer[]) {
  const scored = decodeScored(scoreAnswer(answers));
  return { scored, evaluation: evaluatePredictions(scored.labels, scored.probabilities) };
}
const { scored, evaluation } = scoresOf(someAnswers);
const nothing = scoresOf([]).evaluation;
const right = scoresOf([
  [1, 1, 0.9],
  [2, 2, 0.8],
]).evaluation;
const selected = { label: 4, digit: 9 };
const texts = (rows: Parameters<typeof rowText>[0][]) => rows.map((row) => rowText(row).trimEnd());

describe('the matrix', () => {
  it('shows counts with shades, the cell that is looked at, and labels without samples', () => {
    const rows = texts(matrixRows(evaluation, { selected, cellHeight: 1, glyphs: unicode }));
    expect(rows[0]).toBe('     0    1    2    3    4    5    6    7    8    9');
    expect(rows[1]).toBe('0    -    -    -    -    -    -    -    -    -    -');
    expect(rows[5]).toBe('4▼   .    .    .    .    1▓   .    .    .    . ›  2█');
    expect(rows[8]).toBe('7    .    1▓   .    .    .    .    .    1▓   .    .');
    expect(rows).toHaveLength(11);
  });

  it('draws shades below the numbers where there is room, in ASCII too', () => {
    const rows = texts(matrixRows(evaluation, { selected, cellHeight: 2, glyphs: ascii }));
    expect(rows).toHaveLength(21);
    expect(rows[19]).toBe('9    .    .    .    .    .    .    .    .    .    1');
    expect(rows[20].trim()).toBe('***');
  });

  it('finds the cell under the mouse', () => {
    expect(cellAt({ column: 2, row: 1 }, { cellHeight: 1 })).toEqual({ label: 0, digit: 0 });
    expect(cellAt({ column: 51, row: 20 }, { cellHeight: 2 })).toEqual({ label: 9, digit: 9 });
    expect(cellAt({ column: 10, row: 0 }, { cellHeight: 1 })).toBeUndefined();
    expect(cellAt({ column: 60, row: 3 }, { cellHeight: 1 })).toBeUndefined();
  });

  it.each([
    [4, 9, '4 read as 9: 2 of 3'],
    [4, 8, 'no 4 was read as 8'],
    [0, 1, 'there are no samples of 0 here'],
  ])('says the cell %i, %i in words', (label, digit, words) => {
    expect(cellWords(evaluation, { label, digit })).toBe(words);
  });
});

describe('the figures', () => {
  it('stand beside the matrix digit by digit', () => {
    const rows = texts(
      digitScoreRows(evaluation.perClass, { width: 23, rowHeight: 1, glyphs: unicode }),
    );
    expect(rows[0]).toBe('prec. recall    F1');
    expect(rows[1]).toBe('no samples of 0');
    expect(rows[5]).toBe('100.0   33.3  50.0 ▄▄');
  });

  it('have a bar each where there is room', () => {
    const rows = texts(
      digitScoreRows(evaluation.perClass, { width: 63, rowHeight: 2, glyphs: ascii }),
    );
    expect(rows[0]).toMatch(/^samples prec\. +recall +F1$/);
    expect(rows[9]).toMatch(/^ +3 100\.0 =+ +33\.3 =+ +50\.0 =+$/);
    expect(rows).toHaveLength(21);
  });

  it('begin their bars where they still differ', () => {
    expect(barsFrom(evaluation.perClass)).toBe(0);
    expect(barsFrom(right.perClass)).toBe(0.9);
    expect(barsFrom(nothing.perClass)).toBe(0.9);
  });

  it('say what all answers come to, and nothing that is not a number', () => {
    expect(texts(scoreFigures(evaluation, scored, 30)).slice(0, 5)).toEqual([
      'accuracy        50.00 %',
      'macro accuracy  61.11 %',
      'loss            1.9952',
      'samples         6',
      'left out        no file',
    ]);
    expect(texts(scoreFigures(nothing, scored, 30))[0]).toBe('accuracy        -');
  });

  it('list the mistakes, the most frequent first', () => {
    const options = { selected, width: 50, height: 5, glyphs: ascii };
    expect(texts(confusedRows(evaluation, options))).toEqual([
      '>4 read as 9         2 of 3   66.7 %  ============',
      ' 7 read as 1         1 of 2   50.0 %  ======',
    ]);
    expect(texts(confusedRows(right, options)).join(' ')).toContain('no mistake among 2 samples');
  });

  it('warn of what is odd', () => {
    expect(scoreWarning(evaluation)).toBe('only 3 of the ten digits have samples here');
    expect(scoreWarning(nothing)).toBe('there are no samples: s chooses others');
    expect(scoreWarning(scoresOf([[1, 1, Number.NaN]]).evaluation)).toContain('diverged');
  });

  it('name the source by its end', () => {
    const source = '/home/someone/data/digits';
    expect(sourceTitle({ source, part: 'all' }, 20, '…')).toBe('all of …/data/digits');
  });
});

describe('what stands there without scores', () => {
  const options = {
    subjects: [],
    subject: undefined,
    lost: undefined,
    samples: 'all samples of data/mine',
    width: 60,
    glyphs: unicode,
  };
  const subject = { name: 'mine', weights: { model: 'mine' } };

  it.each([
    [{ ...options, subjects: undefined }, 'asking the host'],
    [
      { ...options, subjects: undefined, lost: 'the host did not start' },
      '✗ the host did not start',
    ],
    [options, 'There is no model and no run here yet.'],
    [{ ...options, subject: { name: 'fresh' } }, '✗ fresh has no weights yet'],
    [
      { ...options, subject: { name: 'bad', problem: 'its card is damaged' } },
      '✗ its card is damaged',
    ],
  ])('says what is missing', (given, words) => {
    expect(texts(scoringRows({ status: 'none' }, given)).join('\n')).toContain(words);
  });

  it('says how far it is, how fast, and how long it takes', () => {
    const news = { phase: 'score', done: 2000, total: 10_000, since: 0, at: 500 } as const;
    const rows = texts(
      scoringRows({ status: 'working', news }, { ...options, subject, width: 78 }),
    );
    expect(rows[0]).toBe('Scoring all samples of data/mine');
    expect(rows[1]).toMatch(/^scoring {2}2,000\/10,000 .* 20 % {3}4,000 samples\/s {3}left 2 s$/);
    expect(rows[3]).toBe('Esc cancels');
  });

  it('knows no rate before any time has passed', () => {
    const news = { phase: 'load', done: 0, total: 0, since: 5, at: 5 } as const;
    const rows = texts(scoringRows({ status: 'working', news }, { ...options, subject }));
    expect(rows[1]).toMatch(/^reading 0\/\? .* 0 %$/);
  });

  it('says why it failed, and what to do', () => {
    const rows = texts(
      scoringRows({ status: 'failed', problem: 'it is empty' }, { ...options, subject }),
    );
    expect(rows).toContain('✗ it is empty');
    expect(rows).toContain('r   tries again');
  });
});

it.each([
  [80, 21, 1],
  [120, 37, 2],
])('fills %ix%i to the last row', (width, height, cellHeight) => {
  const layout = scoresLayout({ width, height });
  expect(layout.cellHeight).toBe(cellHeight);
  expect(layout.matrixHeight + 1 + layout.bottomHeight).toBe(height);
  expect(layout.bottomHeight).toBeGreaterThanOrEqual(7);
});
