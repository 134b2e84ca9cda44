import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** A station on a way: what it is called and what happens there. */
export interface Station {
  name: string;
  words: string;
}

export const readingWay: readonly Station[] = [
  { name: 'picture', words: 'a photo, a scan or a drawing of one digit' },
  { name: 'decode', words: 'grey, upright, at most 512 pixels a side' },
  { name: 'polarity', words: 'light or dark is the ink; ink becomes light' },
  { name: 'clean', words: 'shadows, ruled lines and specks go' },
  { name: 'crop', words: 'the digit alone, its longer side 20 pixels' },
  { name: 'centre of mass', words: 'in the middle of 28x28, as MNIST has it' },
  { name: 'network', words: 'one pass through the layers' },
  { name: 'ten probabilities', words: 'the highest answers; even ones are rejected' },
];

export const trainingWay: readonly Station[] = [
  { name: 'dataset', words: 'MNIST, or a folder of folders 0 to 9' },
  { name: 'split', words: 'some of each digit is held back, by the seed' },
  { name: 'epoch', words: 'each sample once, in batches, a step each' },
  { name: 'validation', words: 'reads what was held back; the best is kept' },
  { name: 'again', words: 'the recipe moves the learning rate, and ends it' },
  { name: 'model', words: 'the best weights, and a card of their origin' },
];

const nameWidth = 19;

/** A way from its first station down to its last, its words beside it. */
export function flowRows(way: readonly Station[], width: number, glyphs: Glyphs): Row[] {
  const wordWidth = Math.max(1, width - nameWidth - 2);
  return way.flatMap(({ name, words }, station) => {
    const isEnd = station === 0 || station === way.length - 1;
    const stem = station === way.length - 1 ? glyphs.down : glyphs.border.down;
    const title = [
      span(`${station === 0 ? glyphs.dot : stem} `, 'accent'),
      span(name, isEnd ? 'strong' : 'plain'),
    ];
    // The stem goes on beside words of more than one line, but not out of the end.
    const below = [span(station === way.length - 1 ? '' : glyphs.border.down, 'accent')];
    return wrapWords(words, wordWidth).map((line, index) =>
      joinColumns([
        { row: index === 0 ? title : below, width: nameWidth },
        { row: [span(line, 'dim')], width: wordWidth },
      ]),
    );
  });
}
