import type { Glyphs } from '../../ui/theme.js';

/** Cells of a digit at scale 1; a larger scale multiplies both. */
export const blockDigitSize = { width: 10, height: 7 };

/** A digit drawn large, 0 to 9. A point of its shape is two cells wide, so that it is as wide as it is high. */
export function blockDigit(digit: number, { glyphs, scale = 1 }: BlockDigitOptions): string[] {
  const ink = glyphs.mode === 'unicode' ? '█' : '#';
  return (shapes[digit] ?? []).flatMap((line) => {
    const points = [...line].map((point) => (point === '#' ? ink : ' ').repeat(2 * scale));
    return Array<string>(scale).fill(points.join(''));
  });
}

interface BlockDigitOptions {
  glyphs: Glyphs;
  scale?: 1 | 2;
}

// biome-ignore format: read as pictures
const shapes = [
  ['#####', '#   #', '#   #', '#   #', '#   #', '#   #', '#####'],
  ['  #  ', '###  ', '  #  ', '  #  ', '  #  ', '  #  ', '#####'],
  ['#####', '    #', '    #', '#####', '#    ', '#    ', '#####'],
  ['#####', '    #', '    #', ' ####', '    #', '    #', '#####'],
  ['#   #', '#   #', '#   #', '#####', '    #', '    #', '    #'],
  ['#####', '#    ', '#    ', '#####', '    #', '    #', '#####'],
  ['#####', '#    ', '#    ', '#####', '#   #', '#   #', '#####'],
  ['#####', '    #', '    #', '   ##', '   # ', '   # ', '   # '],
  ['#####', '#   #', '#   #', '#####', '#   #', '#   #', '#####'],
  ['#####', '#   #', '#   #', '#####', '    #', '    #', '#####'],
];
