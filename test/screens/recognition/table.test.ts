import { describe, expect, it } from 'vitest';
import { commonFolder, nameWithin, shortPath } from '../../../src/screens/files/file-names.js';
import {
  progressRows,
  readingTotals,
  summaryRows,
} from '../../../src/screens/recognition/summary-rows.js';
import { tableLayout } from '../../../src/screens/recognition/table-layout.js';
import { tableRows } from '../../../src/screens/recognition/table-rows.js';
import { scrollTo } from '../../../src/screens/recognition/table-scroll.js';
import type { Reading } from '../../../src/state/recognition-reading.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { blank, read, unreadable } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');
const results = [
  read('/p/a.png', 7, 0.98),
  read('/p/more/b.png', 1, 0.7),
  unreadable('/p/c.png', 'c.png is empty (0 bytes): copy it again'),
  blank('/p/d.png'),
  read('/p/e.png', 3, 0.15),
];

describe('the table', () => {
  const table = (changes: Partial<Parameters<typeof tableRows>[0]> = {}) =>
    tableRows({
      results,
      rows: [0, 1, 2, 3, 4],
      selected: 1,
      from: 0,
      folder: '/p',
      width: 46,
      height: 10,
      glyphs,
      ...changes,
    });

  it('tells file, digit, confidence and status, or why there is none', () => {
    expect(table().map((row) => rowText(row).trimEnd())).toEqual([
      'file                 digit  confidence  status',
      'a.png                   7       98.0 %  High',
      'more/b.png              1       70.0 %  Medium',
      'c.png                ✗ is empty (0 bytes): co…',
      'd.png                    -           -  blank',
      'e.png                   3?      15.0 %  Low',
    ]);
  });

  it('marks the row that is looked at', () => {
    const tones = table().map((row) => row[0].tone);
    expect(tones.indexOf('selected')).toBe(2);
  });

  it('adds the second guess where there is room', () => {
    const [head, first] = table({ width: 70 }).map(rowText);
    expect(head).toMatch(/status {10,}or$/);
    expect(first).toMatch(/High {5}0 {3}0\.2 %$/);
  });

  it('draws only the rows that are seen', () => {
    const many = Array.from({ length: 5000 }, (_, index) => read(`/p/${index}.png`, 1, 0.9));
    const rows = many.map((_, index) => index);
    const drawn = table({ results: many, rows, selected: 2500, from: 2498, height: 5 }).map(
      rowText,
    );
    expect(drawn.map((line) => line.split(' ')[0])).toEqual([
      'file',
      '2498.png',
      '2499.png',
      '2500.png',
      '2501.png',
    ]);
  });
});

describe('the layout of the table', () => {
  it.each([
    [
      { width: 80, height: 20 },
      {
        table: { width: 48, height: 20 },
        totals: { width: 32, height: 20 },
        grid: undefined,
        picture: undefined,
      },
    ],
    [
      { width: 120, height: 36 },
      {
        table: { width: 88, height: 36 },
        totals: { width: 32, height: 20 },
        grid: { width: 32, height: 16, scale: 1, place: 'below' },
        picture: undefined,
      },
    ],
    [
      { width: 200, height: 56 },
      {
        table: { width: 108, height: 56 },
        totals: { width: 32, height: 56 },
        grid: { width: 60, height: 30, scale: 2, place: 'beside' },
        picture: { width: 60, height: 26 },
      },
    ],
    [
      { width: 200, height: 36 },
      {
        table: { width: 108, height: 36 },
        totals: { width: 32, height: 36 },
        grid: { width: 60, height: 36, scale: 2, place: 'beside' },
        picture: undefined,
      },
    ],
  ])('of %o is %o', (area, expected) => {
    expect(tableLayout(area)).toEqual(expected);
  });
});

describe('the first row that is shown', () => {
  it.each([
    ['stays while the row is seen', { from: 20, place: 25 }, 20],
    ['stays for the first row that is seen', { from: 20, place: 20 }, 20],
    ['stays for the last row that is seen', { from: 20, place: 29 }, 20],
    ['follows down', { from: 20, place: 30 }, 21],
    ['follows up', { from: 20, place: 19 }, 19],
    ['follows far', { from: 20, place: 99 }, 90],
    ['stays at the beginning', { from: 0, place: 0 }, 0],
    ['leaves no row empty at the end', { from: 95, place: 99 }, 90],
    ['stays where no row is looked at', { from: 20, place: -1 }, 20],
  ])('%s: %o', (_, scroll, expected) => {
    expect(scrollTo({ ...scroll, count: 100, height: 10 })).toBe(expected);
  });

  it('is the first of few', () => {
    expect(scrollTo({ from: 7, place: 2, count: 3, height: 10 })).toBe(0);
    expect(scrollTo({ from: 7, place: -1, count: 0, height: 10 })).toBe(0);
  });
});

describe('the totals', () => {
  it('leave out what could not be read, and count what cannot be trusted', () => {
    expect(readingTotals(results)).toMatchObject({
      count: 4,
      statuses: { High: 1, Medium: 1, Low: 2 },
      blank: 1,
      unsure: 1,
      unreadable: 1,
    });
  });

  it('are shown with the digits as bars', () => {
    const rows = summaryRows(readingTotals(results), { width: 28, glyphs }).map(rowText);
    expect(rows).toEqual([
      'average confidence    55.8 %',
      'High                       1',
      'Medium                     1',
      'Low                        2',
      'not sure a digit           1',
      'blank                      1',
      'unreadable                 1',
      '',
      '0                          0',
      '1 ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄ 2',
      '2                          0',
      '3 ▄▄▄▄▄▄▄▄▄▄▄▄             1',
      '4                          0',
      '5                          0',
      '6                          0',
      '7 ▄▄▄▄▄▄▄▄▄▄▄▄             1',
      '8                          0',
      '9                          0',
    ]);
  });

  it('say nothing about the confidence of nothing', () => {
    const rows = summaryRows(readingTotals([]), { width: 28, glyphs }).map(rowText);
    expect(rows[0]).toBe('average confidence         -');
  });
});

describe('the row of progress', () => {
  const reading: Reading = {
    id: 1,
    paths: ['/p'],
    status: 'reading',
    total: 1000,
    done: 250,
    results,
    seconds: 2.5,
    model: 'starter',
    problem: undefined,
  };
  const row = (changes: Partial<Reading>) =>
    progressRows({ ...reading, ...changes }, { width: 79, glyphs }).map((line) =>
      rowText(line).trimEnd(),
    );

  it.each<[string, Partial<Reading>]>([
    [' read   250/1,000 ███▊░░░░░░░░░░░  25 %   100 images/s   left 7.5 s   Esc stops', {}],
    [` read 0/? ${'░'.repeat(51)}   0 %   Esc stops`, { done: 0, total: 0 }],
    [' ✓ 5 pictures in 2.5 s, 2.0 images/s   model starter', { status: 'done', done: 5 }],
    [' stopped: 250 of 1,000 read   r reads again', { status: 'stopped' }],
    [
      ' ✗ model starter is damaged, its weights are not those of its card: use| another model, or copy or train this one again; r reads again',
      {
        status: 'failed',
        problem:
          'model starter is damaged, its weights are not those of its card: use another model, or copy or train this one again',
      },
    ],
  ])('is %s', (expected, changes) => {
    expect(row(changes)).toEqual(expected.split('|'));
  });
});

describe('names', () => {
  it.each([
    [['/p/a.png', '/p/more/b.png'], '/p'],
    [['/p/a.png'], '/p'],
    [['/p/a.png', '/pictures/b.png'], '/'],
    [[], undefined],
  ])('the folder of %o is %s', (files, folder) => {
    expect(commonFolder(files)).toBe(folder);
  });

  it('are told from that folder on', () => {
    expect(nameWithin('/p/more/b.png', '/p')).toBe('more/b.png');
    expect(nameWithin('b.png', undefined)).toBe('b.png');
  });

  it.each([
    ['/home/u/pictures', 20, '~/pictures'],
    ['/home/user', 20, '/home/user'],
    ['/var/lib/pictures', 10, '…/pictures'],
  ])('%s in %i cells is %s', (path, width, expected) => {
    expect(shortPath(path, { width, home: '/home/u', ellipsis: '…' })).toBe(expected);
  });
});
