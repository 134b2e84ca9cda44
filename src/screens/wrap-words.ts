import { cellWidth } from '../ui/cells.js';

/**
 * Text in lines of at most `width` cells, broken at spaces, though not between a figure and its per cent sign; a word
 * that is longer, as a path is, is broken too.
 */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ (?!%)/).flatMap((long) => pieces(long, width))) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && cellWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number): string[] {
  const found = [''];
  for (const character of word) {
    const piece = found[found.length - 1] + character;
    if (cellWidth(piece) <= Math.max(1, width)) found[found.length - 1] = piece;
    else found.push(character);
  }
  return found;
}
