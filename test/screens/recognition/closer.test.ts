import { describe, expect, it } from 'vitest';
import type { PictureExplanation, ReadNumber } from '../../../src/host/protocol.js';
import { numberLayout } from '../../../src/screens/recognition/number-layout.js';
import { numberRows } from '../../../src/screens/recognition/number-rows.js';
import { xrayLayout } from '../../../src/screens/recognition/xray-layout.js';
import { xrayRows } from '../../../src/screens/recognition/xray-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText, rowWidth } from '../../../src/ui/rows.js';
import { readNumber } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');
const small = { width: 80, height: 22 };
const large = { width: 120, height: 38 };

describe('a whole number', () => {
  it.each([
    [small, 4, { side: 14, rows: 1 }],
    [small, 6, { side: 10, rows: 1 }],
    [large, 4, { side: 28, rows: 1 }],
    [large, 9, { side: 14, rows: 2 }],
  ])('in %o with %i digits is %o', (area, digits, expected) => {
    const { picture, answer, strip } = numberLayout(area, digits);
    expect(strip).toMatchObject(expected);
    expect(strip.columns * strip.rows).toBeGreaterThanOrEqual(digits);
    expect(picture.width + answer.width).toBe(area.width);
    expect(picture.height + strip.rows * (strip.side / 2 + 2)).toBe(area.height);
  });

  it('is large, with what it comes to', () => {
    const rows = numberRows(readNumber('548', '625'), { width: 40, height: 14, glyphs });
    const text = rows.map((row) => rowText(row).trimEnd());
    expect(text.filter((line) => line.includes('█')).length).toBeGreaterThanOrEqual(8);
    expect(text.at(-2)?.trim()).toBe('94.1 % together, High');
    expect(text.at(-1)?.trim()).toBe('6 digits in 2 lines, w goes back');
    expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(40);
  });

  it('that is too long to be large is told all the same', () => {
    const long = '1234567890'.repeat(4);
    const rows = numberRows(readNumber(long), { width: 30, height: 8, glyphs });
    expect(rows.map(rowText).join('').replace(/\s/g, '')).toContain(long);
  });

  it('without digits says so', () => {
    const none: ReadNumber = { text: '', lines: [], digits: [], confidence: 0 };
    const rows = numberRows(none, { width: 40, height: 8, glyphs });
    expect(rows.map(rowText).join(' ')).toContain('no digits were found');
  });
});

describe('the X-ray', () => {
  it('shows all stages where there is room, and else one', () => {
    expect(xrayLayout(small, 11).kind).toBe('one');
    expect(xrayLayout(large, 11)).toMatchObject({ kind: 'all', columns: 4 });
    expect(xrayLayout(large, 40).kind).toBe('one');
  });

  it('names the stages, the one that is looked at, and what was found', () => {
    expect(text(2)).toEqual([
      'grey polarity [background] threshold centre',
      '3/5 background: what background did',
      'x shows the next stage, Esc goes back',
      'dark on light, digit 12x20 at 5, 6, strokes 3.4 pixels wide',
    ]);
  });

  it('leaves out names at the left where all find no room', () => {
    expect(text(4, 30)[0]).toBe('… threshold [centre]');
  });

  it('says where nothing was found', () => {
    const rows = xrayRows({ ...explanation, blank: true }, { stage: 0, width: 60, glyphs });
    expect(rowText(rows[3])).toBe('no ink was found');
  });

  function text(stage: number, width = 70): string[] {
    return xrayRows(explanation, { stage, width, glyphs }).map(rowText);
  }
});

const names = ['grey', 'polarity', 'background', 'threshold', 'centre'];
const explanation: PictureExplanation = {
  width: 30,
  height: 40,
  stages: names.map((name) => ({ name, words: `what ${name} did`, width: 8, height: 8, png: '' })),
  box: [5, 6, 12, 20],
  polarity: 'dark on light',
  strokeWidth: 3.4,
  blank: false,
};
