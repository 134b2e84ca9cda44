import { describe, expect, it } from 'vitest';
import {
  blockText,
  blockTextHeight,
  blockTextWidth,
} from '../../../src/ui/components/block-text.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';

const unicode = glyphsFor('unicode');
const ascii = glyphsFor('ascii');
const all = [...'0123456789%.:!?-/ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('block text', () => {
  it('is drawn with quarters of cells', () => {
    expect(blockText('37%', { height: 5, glyphs: unicode })).toEqual([
      '▟████▙▖ ▜██████ ▟██▙  ▟█▘',
      '▀▘   ██     ▐█▘ █▙▟█▗█▛▘ ',
      '  ████▙    ▗█▌   ▝▘▄█▀▗▖ ',
      '▄▖   ▐█   ▗█▛    ▗▟█▘█▛▜█',
      '▜█████▀   █▛    ▗█▛  ▜██▛',
    ]);
  });

  it('is drawn with one sign where the font has no quarters', () => {
    expect(blockText('7?', { height: 7, glyphs: ascii })).toEqual([
      '##########   ######## ',
      '       ##   ##     ###',
      '      ###   ##     ###',
      '     ###        ##### ',
      '    ###         ##    ',
      '    ##                ',
      '   ##           ##    ',
    ]);
  });

  it('has small letters drawn as capitals, and a gap for what has no shape', () => {
    const large = { height: 6, glyphs: unicode };
    expect(blockText('open', large)).toEqual(blockText('OPEN', large));
    expect(blockText('1_2', large)).toEqual(blockText('1 2', large));
    expect(blockText(' ', { height: 7, glyphs: unicode })).toEqual(Array(7).fill('     '));
  });

  it.each([4, 5, 7, 11, 20])('is as large as it says in %i rows', (height) => {
    for (const glyphs of [unicode, ascii]) {
      for (const text of [...all, '98.7%', 'NOT SURE']) {
        const lines = blockText(text, { height, glyphs });
        expect(lines).toHaveLength(height);
        for (const line of lines) expect(line).toHaveLength(blockTextWidth(text, height));
      }
    }
  });

  it.each([4, 5, 7, 11, 20])('tells every sign from every other in %i rows', (height) => {
    const drawn = all.map((sign) => blockText(sign, { height, glyphs: unicode }).join('\n'));
    expect(new Set(drawn).size).toBe(all.length);
  });

  it.each([7, 9, 14])('tells the digits apart without quarters in %i rows', (height) => {
    const drawn = all.slice(0, 10).map((sign) => blockText(sign, { height, glyphs: ascii }).join());
    expect(new Set(drawn).size).toBe(10);
  });
});

describe('the height of block text', () => {
  it.each([
    ['8', { width: 100, height: 7 }, 7],
    ['8', { width: 10, height: 50 }, 7],
    ['8', { width: 29, height: 50.5 }, 20],
    ['100.0%', { width: 45, height: 7 }, 5],
    ['8', { width: 5, height: 7 }, undefined],
    ['8', { width: 100, height: 3 }, undefined],
  ])('of %s in %o is %s', (text, room, expected) => {
    expect(blockTextHeight(text, room)).toBe(expected);
  });
});
