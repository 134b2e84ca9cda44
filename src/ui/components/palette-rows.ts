import { cellWidth } from '../cells.js';
import type { Glyphs } from '../glyphs.js';
import type { Row, Tone } from '../rows.js';
import { fitRow, joinColumns, span } from '../rows.js';
import type { FoundEntry } from './palette-entries.js';

export interface PaletteRowsOptions {
  /** Place of the chosen one among those that are found. */
  selected: number;
  /** Which of them are shown. */
  from: number;
  to: number;
  /** Cells. */
  width: number;
  glyphs: Glyphs;
}

/** A row an entry: `› title  what there is to know    key`; the letters that were searched for are strong. */
export function paletteRows(
  found: readonly FoundEntry[],
  { selected, from, to, width, glyphs }: PaletteRowsOptions,
): Row[] {
  const keyWidth = Math.max(0, ...found.map(({ entry }) => cellWidth(entry.shown)));
  const room = Math.max(0, width - keyWidth - 2);
  return found.slice(from, to).map(({ entry, inTitle, inWords }, index) => {
    const isSelected = from + index === selected;
    const tone: Tone = entry.state === 'refused' ? 'dim' : isSelected ? 'accent' : 'plain';
    const title = [
      span(isSelected ? `${glyphs.pointer} ` : '  ', 'accent'),
      ...marked(entry.title, inTitle, tone),
      span('  '),
      ...marked(entry.words, inWords, 'dim'),
    ];
    return joinColumns([
      { row: fitRow(title, room, glyphs.ellipsis), width: room },
      { row: [span(entry.shown, 'accent')], width: keyWidth, align: 'right' },
    ]);
  });
}

/** `text` with the characters at these places strong. */
function marked(text: string, places: readonly number[], tone: Tone): Row {
  const strong = new Set(places);
  return [...text].map((character, index) => span(character, strong.has(index) ? 'strong' : tone));
}
