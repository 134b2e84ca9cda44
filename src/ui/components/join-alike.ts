import { type Span, span } from '../rows.js';

/** Neighbours of one tone as one piece: a row of cells with far fewer codes. */
export function joinAlike(cells: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last?.tone === cell.tone) {
      joined[joined.length - 1] = span(last.text + cell.text, cell.tone);
    } else joined.push(cell);
  }
  return joined;
}
