import type { OwnDigits } from '../../../state/live/pad-store.js';
import { count } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

/** Drawings that were kept, all digits together; 0 while it is not known. */
export function ownTotal(own: OwnDigits): number {
  return own.status === 'ready' ? own.perClass.reduce((sum, each) => sum + each, 0) : 0;
}

/** In one row: `12 kept in data/mine`. */
export function ownRow(own: OwnDigits): Row {
  if (own.status === 'failed') return [span(own.problem, 'bad')];
  const total = ownTotal(own);
  if (total === 0) return [span('c', 'accent'), span(' keeps a drawing to train on', 'dim')];
  return [span(count(total), 'strong'), span(' of yours kept, ', 'dim'), ...trainWords];
}

const trainWords: Row = [span('f', 'accent'), span(' trains on them', 'dim')];

/** How many of each digit there are, five beside five, and what to do with them. */
export function ownRows(
  own: OwnDigits,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): RowLike[] {
  if (own.status === 'unknown') return [[span('counting them', 'dim')]];
  if (own.status === 'failed') {
    const lines = wrapWords(`${glyphs.cross} ${own.problem}`, width);
    return lines.map((line) => [span(line, 'bad')]);
  }
  return [...ownCounts(own.perClass, width), '', ownRow(own)];
}

/** Two rows of five digits with their figures, each in its column. */
export function ownCounts(perClass: readonly number[], width: number): Row[] {
  const column = Math.floor(width / 5);
  const cell = (digit: number): Row => {
    const figure = count(perClass[digit] ?? 0);
    const room = Math.max(1, column - 3);
    return [
      span(`${digit} `, 'dim'),
      span(figure.padEnd(room), perClass[digit] ? 'strong' : 'dim'),
      span(' '),
    ];
  };
  return [0, 5].map((from) => [0, 1, 2, 3, 4].flatMap((digit) => [...cell(from + digit)]));
}
