import { describe, expect, it } from 'vitest';
import { epochAnswerRows } from '../../../src/screens/analytics/epochs/answer-rows.js';
import { changedTone, changeRows } from '../../../src/screens/analytics/epochs/change-rows.js';
import { epochsLayout } from '../../../src/screens/analytics/epochs/epochs-layout.js';
import {
  epochAtColumn,
  timelineRows,
} from '../../../src/screens/analytics/epochs/timeline-rows.js';
import { traceSeries } from '../../../src/screens/analytics/epochs/trace-series.js';
import type { AlongEpochs } from '../../../src/state/analytics/epochs-state.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { epochScore, sure } from '../../state/analytics/analysis-fakes.js';

const glyphs = glyphsFor('unicode');
const along = <Value>(...values: Value[]): AlongEpochs<Value> => ({
  work: 'done',
  byEpoch: new Map(values.map((value, index) => [index + 1, value])),
});
const text = (rows: Parameters<typeof rowText>[0][]) => rows.map((row) => rowText(row).trimEnd());

describe('what an epoch answers', () => {
  const options = { epoch: 2, width: 44, height: 14, glyphs };
  const trace = along(sure(9, 0.91), sure(4, 0.64), sure(4, 0.97));

  it('is told in words and as ten bars', () => {
    const rows = text(epochAnswerRows({ picture: { label: 4 }, trace, ...options }));
    expect(rows.slice(0, 2)).toEqual(['four 64.0 %  ✓ right', 'else a 0, 4.0 %']);
    expect(rows[6]).toMatch(/^›4✓ █+▏? +64\.0 %$/);
    expect(rows[7]).toMatch(/^ 5 {2}█▍ +4\.0 %$/);
    expect(rows.slice(12)).toEqual(['right from epoch 2 on', '━ it is a 4']);
  });

  it('is compared with what the picture is', () => {
    const rows = text(epochAnswerRows({ picture: { label: 7 }, trace, ...options }));
    expect(rows[0]).toBe('four 64.0 %  ✗ it is a 7');
    expect(rows.slice(12)).toEqual(['never right', '━ it is a 7   ┄ read as a 4']);
  });

  it.each([
    [{ label: undefined }, 'read as a 4 from epoch 2 on'],
    [{ label: 9 }, 'right at times, a 4 from epoch 2 on'],
  ])('of %j comes to a story', (picture, story) => {
    expect(text(epochAnswerRows({ picture, trace, ...options }))[12]).toBe(story);
  });

  it('is no number where the training diverged', () => {
    const none = along(Array<number>(10).fill(Number.NaN), sure(4));
    const rows = text(
      epochAnswerRows({ picture: { label: 4 }, trace: none, ...options, epoch: 1 }),
    );
    expect(rows.slice(0, 2)).toEqual(['✗ no answer', 'these weights give no number']);
    expect(rows[2]).toMatch(/ -$/);
  });

  it('is not told before it is known', () => {
    expect(epochAnswerRows({ picture: {}, trace, ...options, epoch: 4 })).toEqual([]);
  });

  it('stands large below where there is room', () => {
    const rows = text(
      epochAnswerRows({ picture: { label: 4 }, trace, ...options, width: 56, height: 28 }),
    );
    expect(rows.slice(15).join('')).toContain('█');
    expect(rows.length).toBeLessThanOrEqual(28);
  });
});

describe('what changed in the matrix', () => {
  const labels = [4, 4, 4, 7, 7];
  const scores = along(
    epochScore(1, labels, [9, 9, 4, 7, 7]),
    epochScore(2, labels, [9, 4, 4, 7, 1]),
  );
  const options = { scores, width: 21, height: 12, glyphs };

  it('is told in words, with the accuracy', () => {
    expect(text(changeRows({ ...options, epoch: 2 }))).toEqual([
      '60.00 %',
      'wrong 2 of 5',
      '',
      'since epoch 1:',
      '▼ 4 read as 9: 2 -> 1',
      '▲ 7 read as 1: 0 -> 1',
    ]);
    expect(text(changeRows({ ...options, width: 16, epoch: 2 })).at(-1)).toBe('7 as 1: 0 -> 1');
  });

  it('is nothing in the first epoch', () => {
    expect(text(changeRows({ ...options, epoch: 1 })).at(-1)).toBe('nothing before it');
    expect(changeRows({ ...options, epoch: 3 })).toEqual([]);
  });

  it('is cut where there is no room for all of it', () => {
    expect(text(changeRows({ ...options, height: 5, epoch: 2 })).at(-1)).toBe('2 smaller ones');
  });

  it('is marked: fewer mistakes are good', () => {
    const tone = changedTone(scores, 2);
    expect(tone({ label: 4, digit: 9 })).toBe('good');
    expect(tone({ label: 7, digit: 1 })).toBe('bad');
    expect(tone({ label: 4, digit: 4 })).toBeUndefined();
    expect(tone({ label: 0, digit: 1 })).toBeUndefined();
  });
});

describe('the timeline', () => {
  const options = { epochs: [1, 2, 4, 6], width: 29, height: 5, yRange: [0, 1], glyphs } as const;

  it('has the cursor of the curve above the one of the line', () => {
    const trace = { ...along<number[]>(), byEpoch: new Map([[1, sure(4, 0)]]) };
    const rows = text(timelineRows({ ...options, epoch: 4, series: traceSeries({}, trace) }));
    expect(rows).toHaveLength(5);
    expect(rows[3].indexOf('4')).toBe(20);
    expect(rows[4]).toBe('    3/4 ━━━━━━━━━━━━●────────');
    expect(rows[1][20]).toBe('│');
  });

  it('is blank above the line while no epoch is known', () => {
    const rows = text(timelineRows({ ...options, epoch: 1, series: [] }));
    expect(rows).toEqual(['', '', '', '', '    1/4 ●────────────────────']);
  });

  it('tells its signs apart in ASCII', () => {
    const rows = timelineRows({ ...options, epoch: 4, series: [], glyphs: glyphsFor('ascii') });
    expect(text(rows)[4]).toBe('    3/4 ************o--------');
  });

  it.each([
    [0, 1],
    [8, 1],
    [13, 2],
    [19, 4],
    [28, 6],
    [99, 6],
  ])('has at column %i epoch %i', (column, epoch) => {
    expect(epochAtColumn(options, column)).toBe(epoch);
  });

  it('holds one epoch alone', () => {
    expect(epochAtColumn({ epochs: [1], width: 29 }, 20)).toBe(1);
    const rows = timelineRows({ ...options, epochs: [1], epoch: 1, series: [] });
    expect(text(rows)[4]).toBe('    1/1 ━━━━━━━━━━●──────────');
  });
});

it.each([
  [{ width: 80, height: 21 }, 'picture', { scale: 1, timeline: { width: 80, height: 5 } }],
  [{ width: 120, height: 37 }, 'picture', { scale: 2, timeline: { width: 120, height: 7 } }],
  [{ width: 80, height: 21 }, 'matrix', { left: { width: 56, height: 16 }, cellHeight: 1 }],
  [{ width: 120, height: 37 }, 'matrix', { left: { width: 56, height: 23 }, cellHeight: 2 }],
] as const)('at %j the %s fills the view', (area, face, expected) => {
  const layout = epochsLayout(area, face);
  expect(layout).toMatchObject(expected);
  expect(layout.left.width + layout.right.width).toBe(area.width);
  expect(layout.left.height + layout.timeline.height).toBe(area.height);
});
