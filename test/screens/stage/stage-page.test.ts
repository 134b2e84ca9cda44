import { describe, expect, it } from 'vitest';
import { clock } from '../../../src/screens/stage/clock.js';
import { progressPage } from '../../../src/screens/stage/progress-page.js';
import { stagePage } from '../../../src/screens/stage/stage-page.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText, rowWidth, span } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const text = (rows: ReturnType<typeof stagePage>) => rows.map((row) => rowText(row).trimEnd());

describe('words on stage', () => {
  it('stand in the middle, as large as all of them fit', () => {
    const rows = stagePage([{ large: [span('o', 'accent'), ' no'] }, { lines: ['or not', 'so'] }], {
      width: 40,
      height: 11,
      glyphs,
    });
    expect(text(rows)).toEqual([
      '',
      '     ▗▄████▄▖     █▙   ▐█ ▗▄████▄▖',
      '     █▛    ▜█     ███▖ ▐█ █▛    ▜█',
      '     █▌    ▐█     █▌▀█▄▐█ █▌    ▐█',
      '     █▙    ▟█     █▌ ▝███ █▙    ▟█',
      '     ▝▀████▀▘     █▌   ▜█ ▝▀████▀▘',
      '',
      '                 or not',
      '                   so',
    ]);
    expect(rows[1].map(({ tone }) => tone)).toEqual(['plain', 'accent', 'plain']);
  });

  it('are lines where there is no room for large ones', () => {
    const rows = stagePage([{ large: 'much too long' }], { width: 40, height: 5, glyphs });
    expect(text(rows)).toEqual(['', '', '             much too long']);
  });
});

describe('progress on stage', () => {
  const page = (changes: Partial<Parameters<typeof progressPage>[0]>, height = 22) =>
    progressPage(
      { line: 'reading', done: 250, total: 1000, secondsLeft: 7.5, ...changes },
      { width: 80, height, glyphs },
    );

  it.each([
    [80, 22],
    [120, 38],
    [200, 58],
  ])('stays within %i by %i cells', (width, height) => {
    const rows = progressPage(
      { line: 'reading', done: 99999, total: 100000, secondsLeft: 36000 },
      { width, height, glyphs },
    );
    expect(rows.length).toBeLessThanOrEqual(height);
    expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(width);
  });

  it('is one thick bar between how much and how long', () => {
    const rows = text(page({}));
    const bar = rows.flatMap((row, index) => (/^ {4}█{18}[▀▄ ]{53}█$/.test(row) ? [index] : []));
    expect(bar).toHaveLength(4);
    expect(rows[bar[0] - 7]).toBe('');
    expect(rows[bar[3] + 2]).toMatch(/[▗▟▄█]/);
  });

  it('says no time before it is known, and no number either', () => {
    const rows = text(page({ done: 0, total: 0, secondsLeft: Number.NaN }));
    expect(rows.at(-1)).toBe('');
    expect(rows.some((row) => /^ {4}█▀{70}█$/.test(row))).toBe(true);
  });
});

it.each([
  [0, '0:00'],
  [7.5, '0:08'],
  [102, '1:42'],
  [600, '10:00'],
  [7500, '2:05:00'],
  [-3, '0:00'],
])('%f s on a clock is %s', (seconds, expected) => {
  expect(clock(seconds)).toBe(expected);
});
