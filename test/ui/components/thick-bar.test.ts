import { describe, expect, it } from 'vitest';
import { thickBar } from '../../../src/ui/components/thick-bar.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const bar = (fraction: number, mode: 'unicode' | 'ascii' = 'unicode') =>
  thickBar({ fraction, width: 10, height: 3, glyphs: glyphsFor(mode) }).map(rowText);

describe('a thick bar', () => {
  it.each([
    [0, ['█▀▀▀▀▀▀▀▀█', '█        █', '█▄▄▄▄▄▄▄▄█']],
    [0.05, ['▛▀▀▀▀▀▀▀▀█', '▌        █', '▙▄▄▄▄▄▄▄▄█']],
    [0.6, ['██████▀▀▀█', '██████   █', '██████▄▄▄█']],
    [0.65, ['██████▛▀▀█', '██████▌  █', '██████▙▄▄█']],
    [0.95, ['█████████▛', '█████████▌', '█████████▙']],
    [1, ['██████████', '██████████', '██████████']],
  ])('of %f is solid so far, and a frame', (fraction, expected) => {
    expect(bar(fraction)).toEqual(expected);
  });

  it.each([
    [0, ['+--------+', '|        |', '+--------+']],
    [0.44, ['####-----+', '####     |', '####-----+']],
    [1, ['##########', '##########', '##########']],
  ])('of %f needs no blocks', (fraction, expected) => {
    expect(bar(fraction, 'ascii')).toEqual(expected);
  });

  it('stays within its ends', () => {
    expect(bar(1.7)).toEqual(bar(1));
    expect(bar(-1)).toEqual(bar(0));
    expect(bar(Number.NaN)).toEqual(bar(0));
  });

  it('has its tone as far as it goes', () => {
    const [row] = thickBar({
      fraction: 0.5,
      width: 10,
      height: 2,
      glyphs: glyphsFor('unicode'),
      tone: 'good',
    });
    expect(row).toEqual([
      { text: '█████', tone: 'good' },
      { text: '▀▀▀▀█', tone: 'plain' },
    ]);
  });
});
