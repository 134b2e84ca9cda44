import { describe, expect, it } from 'vitest';
import { batchLayout } from '../../../src/screens/live-demo/batch-layout.js';
import { guideHead, guideVerdict } from '../../../src/screens/live-demo/guide-rows.js';
import { modelCardRows } from '../../../src/screens/live-demo/model-card-rows.js';
import {
  quickEmptyRows,
  quickFigures,
  quickRows,
} from '../../../src/screens/live-demo/quick-rows.js';
import {
  finalRows,
  finalWords,
  revealRows,
  scoreRows,
  sourceName,
  waitingRows,
} from '../../../src/screens/live-demo/quiz-rows.js';
import { verdictRows } from '../../../src/screens/live-demo/verdict-rows.js';
import { watchLayout } from '../../../src/screens/live-demo/watch-layout.js';
import { arrivalRows, watchStatusRow } from '../../../src/screens/live-demo/watch-rows.js';
import { guidePages } from '../../../src/state/live/guide-pages.js';
import { guess, nextCard, type Round, roundOf } from '../../../src/state/live/quiz-round.js';
import type { Reading } from '../../../src/state/recognition-reading.js';
import { resampled } from '../../../src/ui/components/smooth-digit.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { type RowLike, rowText } from '../../../src/ui/rows.js';
import { card } from '../../state/live/live-fakes.js';
import {
  blank,
  damagedModel,
  modelSummary,
  read,
  unreadable,
} from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');
const lines = (rows: readonly RowLike[]) => rows.map((row) => rowText(row).trimEnd());

const reading: Reading = {
  id: 1,
  paths: ['/s'],
  status: 'done',
  total: 3,
  done: 3,
  results: [read('/a', 7, 0.9), unreadable('/x', 'x is empty'), read('/b', 1, 0.9)],
  seconds: 0.5,
  model: 'starter',
  problem: undefined,
};

describe('the quick demo', () => {
  const figures = quickFigures(reading.results);

  it('tells milliseconds each, and pictures a second over all', () => {
    expect(lines(quickRows(reading, { play: 'on', pace: 2 }, { glyphs, figures }))).toEqual([
      'plays, 2 s each   read in 6.2 ms each, 6.0 pictures/s   1 unreadable',
      '✗ passed over: x is empty',
    ]);
  });

  it('has no figure where none was measured', () => {
    const started = { ...reading, status: 'reading', done: 0, seconds: 0, results: [] } as const;
    const options = { glyphs, figures: quickFigures([]) };
    expect(lines(quickRows(started, { play: 'paused', pace: 5 }, options))).toEqual([
      'paused: Space goes on   reading 0/3',
    ]);
  });

  it('says why there is nothing to show', () => {
    const only = (...results: Reading['results'][number][]) =>
      lines(quickEmptyRows({ ...reading, results }, { width: 60, glyphs }))[0];
    expect(only(unreadable('/s', 's holds no pictures'))).toBe('✗ s holds no pictures');
    expect(only(unreadable('/1', 'bad'), unreadable('/2', 'worse'))).toBe(
      '✗ none of 2 pictures could be read; the first: bad',
    );
    expect(only()).toBe('✗ no pictures were found there');
  });
});

describe('a verdict', () => {
  it('has words and ten bars, and the digit large where there is room', () => {
    const small = lines(verdictRows(read('/a', 7, 0.987), { width: 32, height: 12, glyphs }));
    expect(small).toHaveLength(12);
    expect(small[0]).toBe('7  98.7 %  High');
    expect(small[9]).toMatch(/^›7 █+▊ 98\.7 %$/);
    const large = lines(verdictRows(read('/a', 7, 0.987), { width: 40, height: 24, glyphs }));
    expect(large[0]).toContain('█');
    expect(large).toContain('7  98.7 %  High');
  });

  it('says that there is none', () => {
    const area = { width: 32, height: 12, glyphs };
    expect(lines(verdictRows(blank('/a'), area))).toEqual(['blank: no ink was found']);
    expect(lines(verdictRows(unreadable('/a', 'a is empty'), area))).toEqual(['✗ a is empty']);
  });
});

describe('the quiz', () => {
  const cards = [card(7, 7), card(3, 5), card(1, 1)];
  const play = (...said: (number | 'skipped')[]): Round =>
    said.reduce<Round>((round, digit) => nextCard(guess(round, digit)), roundOf(cards));

  it('marks who was right, card by card', () => {
    expect(lines(scoreRows(play(7, 'skipped', 4), glyphs))).toEqual([
      'room     ✓ - ✗   1 of 2',
      'machine  ✓ - ✓   2 of 2',
    ]);
    expect(lines(scoreRows(play(2), glyphs))[0]).toBe('room     ✗ . .   0 of 1');
  });

  it.each([
    [[7, 3, 1], 'The room wins by one'],
    [[0, 0, 0], 'The machine wins by two'],
    [[7, 0, 1], 'A draw'],
    [['skipped', 'skipped', 'skipped'], 'All were skipped: nobody has won'],
  ] as const)('after %j says: %s', (said, words) => {
    expect(finalWords(play(...said))).toBe(words);
  });

  it('tells in the end what was misread', () => {
    const rows = lines(finalRows(play(7, 3, 8), { width: 70, height: 20, glyphs }));
    expect(rows).toContain('The room read 2 of 3, the machine 2 of 3.');
    expect(rows).toContain('card  2  a 3   room 3 ✓   machine 5 ✗  90.0 %');
    expect(rows).toContain('card  3  a 1   room 8 ✗   machine 1 ✓  90.0 %');
    expect(rows.some((row) => row.startsWith('card  1'))).toBe(false);
  });

  it('tells after a guess what it is, and what both have read', () => {
    const rows = lines(revealRows(cards[1], 3, { width: 32, height: 17, glyphs }));
    expect(rows.slice(0, 3)).toEqual([
      'it is        3',
      'the room     3  ✓',
      'the machine  5  ✗  90.0 %',
    ]);
    expect(rows).toHaveLength(14);
  });

  it('tells how far the machine is', () => {
    const progress = { phase: 'score', done: 2500, total: 10_000 } as const;
    const state = { source: 'mnist:test', status: 'loading', progress, perSecond: 2500 } as const;
    const rows = lines(waitingRows(state, { width: 60, glyphs }));
    expect(rows[0]).toBe('The machine reads them all, to know which are hard');
    expect(rows[2]).toMatch(/^read +2,500\/10,000 .* 25 % +2,500 samples\/s +left 3 s$/);
    expect(sourceName('/program/data/digits_jpeg')).toBe('digits_jpeg');
  });
});

describe('a watched folder', () => {
  const state = { folder: '/inbox', arrivals: [] };
  it.each([
    [{ kind: 'missing' }, '/inbox is not there yet: Enter makes it'],
    [{ kind: 'gone' }, '✗ /inbox was removed: Enter makes it again and watches it'],
    [{ kind: 'failed', problem: 'no model' }, '✗ no model: Enter tries again'],
    [{ kind: 'watching', there: 1 }, '● watching /inbox, 1 picture there before'],
    [{ kind: 'idle' }, 'not watching: Enter watches /inbox'],
  ] as const)('%j is told as %s', (status, words) => {
    expect(lines([watchStatusRow({ ...state, status }, { glyphs })])).toEqual([words]);
  });

  it('shows a window of a long history', () => {
    const arrivals = Array.from({ length: 500 }, (_, index) => ({
      number: 500 - index,
      at: 0,
      result: read(`/inbox/${500 - index}.png`, 3, 0.9),
    }));
    const size = { width: 60, height: 4, glyphs };
    const rows = lines(arrivalRows({ arrivals, place: 12, from: 10 }, size));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('490.png');
  });
});

describe('the guidelines', () => {
  const [whole] = guidePages;
  const several = guidePages[2];
  const told = (
    result: Parameters<typeof guideVerdict>[0],
    options: Omit<Parameters<typeof guideVerdict>[1], 'glyphs'>,
  ) => lines(guideVerdict(result, { ...options, glyphs })).at(-1);

  it('hold the answer against what the picture shows', () => {
    expect(told(read('/a', 5, 0.9), { page: whole, side: 'good' })).toBe('✓ right');
    expect(told(read('/a', 5, 0.9), { page: whole, side: 'bad' })).toBe('✓ right all the same');
    expect(told(read('/a', 2, 0.9), { page: whole, side: 'bad' })).toBe('✗ it is a 5');
    expect(told(blank('/a'), { page: whole, side: 'bad' })).toBe('✗ it is a 5');
    expect(told(read('/a', 2, 0.9), { page: several, side: 'bad' })).toBe('✗ it is 2, 7 and 4');
    expect(told(undefined, { page: whole, side: 'good' })).toBe('reading');
  });

  it.each(guidePages)('$title fits above its pictures', (page) => {
    const rows = guideHead(page, { width: 78, place: 0, count: 7 });
    const words = lines(rows).slice(1).join(' ');
    expect(words).toBe(page.advice);
  });
});

it('tells what is known of a model, and what is wrong with a damaged one', () => {
  const rows = lines(
    modelCardRows(modelSummary('starter', { preferred: true }), { width: 70, glyphs }),
  );
  expect(rows[0]).toBe('accuracy  99.00 %  in validation, loss 0.03');
  expect(rows).toContain('epochs    2, the best one 2, in 10 s');
  expect(rows).toContain('data      mnist, 48,000 to train and 12,000 to validate');
  const damaged = damagedModel('broken', 'its weights are truncated');
  expect(lines(modelCardRows(damaged, { width: 70, glyphs }))).toEqual([
    '✗ its weights are truncated',
  ]);
});

describe('at 80x24 and larger', () => {
  it.each([
    [{ width: 80, height: 22 }],
    [{ width: 120, height: 38 }],
    [{ width: 200, height: 58 }],
  ])('panels fill the area of %j', (area) => {
    const watch = watchLayout(area);
    expect(watch.picture.width + watch.answer.width).toBe(area.width);
    expect(watch.answer.height + watch.history.height).toBe(area.height - 2);
    expect(watch.answer.height).toBeGreaterThanOrEqual(14);
    const batch = batchLayout(area);
    expect(batch.table.width + batch.totals.width).toBe(area.width);
    expect(batch.totals.height + (batch.picture?.height ?? 0)).toBe(area.height);
  });
});

it('draws a digit of 28x28 larger and smaller with smooth edges', () => {
  const pixels = new Uint8Array(784).map((_, index) => (index % 28 < 14 ? 0 : 200));
  const large = resampled(pixels, 56);
  expect([large.width, large.height]).toEqual([56, 56]);
  const row = Array.from({ length: 56 }, (_, x) => large.pixels[x]);
  expect(row.slice(26, 30)).toEqual([0, 50, 150, 200]);
  expect(resampled(pixels, 0).pixels).toHaveLength(0);
});
