import { describe, expect, it } from 'vitest';
import {
  errorRows,
  nameRow,
  signRows,
  trustRows,
} from '../../../src/screens/stage/picture-words.js';
import { stagePictureLayout } from '../../../src/screens/stage/stage-layout.js';
import type { Reading } from '../../../src/state/recognition-reading.js';
import { blockText } from '../../../src/ui/components/block-text.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText, rowWidth } from '../../../src/ui/rows.js';
import { blank, read } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');

describe('the layout of a picture on stage', () => {
  it.each([
    [
      { width: 80, height: 22 },
      { digitHeight: 20, picture: { width: 45, height: 11 }, percentageHeight: 5, barHeight: 3 },
    ],
    [
      { width: 120, height: 38 },
      { digitHeight: 36, picture: { width: 63, height: 23 }, percentageHeight: 6, barHeight: 4 },
    ],
    [
      { width: 200, height: 58 },
      { digitHeight: 56, picture: { width: 114, height: 35 }, percentageHeight: 12, barHeight: 6 },
    ],
    // Tall and narrow: the width sets the size of the digit.
    [
      { width: 80, height: 60 },
      { digitHeight: 25, picture: { width: 38, height: 44 }, percentageHeight: 4, barHeight: 7 },
    ],
  ])('of %o is %o', (area, expected) => {
    const layout = stagePictureLayout(area);
    expect(layout).toMatchObject(expected);
    const { rim, picture, percentageHeight, barHeight, leftWidth, answerWidth } = layout;
    expect(2 * rim + picture.height + 3 + percentageHeight + barHeight).toBe(area.height);
    expect(leftWidth + answerWidth + 2).toBe(area.width);
  });
});

const layout = stagePictureLayout({ width: 80, height: 22 });

describe('the sign of an answer', () => {
  const sign = (result: Parameters<typeof signRows>[0]) =>
    signRows(result, layout, glyphs).map((row) => rowText(row).trim());
  const large = (text: string) =>
    blockText(text, { height: layout.digitHeight, glyphs }).map((line) => line.trim());

  it.each([
    ['a digit', read('/a.png', 7, 0.98), '7'],
    ['an answer that should not be trusted', read('/a.png', 7, 0.15), '?'],
    ['a blank picture', blank('/a.png'), '-'],
    ['a picture that could not be read', { file: '/a.png', error: 'a.png is empty' }, '!'],
  ])('of %s fills the height', (_, result, expected) => {
    expect(sign(result)).toEqual(large(expected));
  });
});

describe('how far an answer is trusted', () => {
  const rows = (result: Parameters<typeof trustRows>[0]) => trustRows(result, layout, glyphs);

  it('is a percentage and a bar', () => {
    const shown = rows(read('/a.png', 7, 0.8)).map((row) => rowText(row).trimEnd());
    expect(shown).toEqual([
      '',
      ...blockText('80.0%', { height: 5, glyphs }).map((line) => line.trimEnd()),
      '',
      `${'█'.repeat(36)}${'▀'.repeat(8)}█`,
      `${'█'.repeat(36)}${' '.repeat(8)}█`,
      `${'█'.repeat(36)}${'▄'.repeat(8)}█`,
    ]);
  });

  it('is told with the best guess where it is little', () => {
    const [doubt] = rows(read('/a.png', 3, 0.15));
    expect(rowText(doubt)).toBe('not a digit?, best guess 3');
  });

  it('is nothing for a blank picture', () => {
    const shown = rows(blank('/a.png')).map((row) => rowText(row).trimEnd());
    expect(shown).toEqual([
      'no ink was found',
      ...blockText('BLANK', { height: 5, glyphs }).map((line) => line.trimEnd()),
    ]);
  });

  it('never leaves its column', () => {
    for (const confidence of [0.15, 0.5, 0.9999, 1]) {
      const widths = rows(read('/a.png', 1, confidence)).map(rowWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(layout.leftWidth);
    }
  });
});

describe('the words about a picture', () => {
  const results = [read('/p/one.png', 1, 0.9), read('/p/a-very-long-name.png', 2, 0.9)];
  const reading = { results } as unknown as Reading;
  const name = (selected: number, rows: number[], width = 40) =>
    rowText(nameRow({ reading, rows, selected }, { width, glyphs }));

  it('are its name, and its place among others', () => {
    expect(name(0, [0])).toBe('one.png');
    expect(name(0, [1, 0])).toBe('one.png  2/2');
    expect(name(1, [0, 1], 16)).toBe('…g-name.png  2/2');
  });

  it('are why it could not be read, in the middle', () => {
    const rows = errorRows(
      { file: '/a.png', error: 'a.png is empty: copy it again' },
      { width: 16, height: 8 },
    );
    expect(rows.map(rowText)).toEqual(['', '', '', 'a.png is empty:', 'copy it again']);
  });
});
