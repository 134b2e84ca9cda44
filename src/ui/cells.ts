/**
 * Widths in terminal cells. Every function takes plain text: no escape codes.
 */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// East Asian Wide and Fullwidth blocks of Unicode Standard Annex 11, as far as file names meet them.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const zeroWidth = /^[\p{Mark}\p{Format}]+$/u;
// What nearly every row is made of, one cell each: Latin letters, punctuation, arrows, borders, blocks, shapes,
// braille. Parting text into graphemes takes a hundred times longer.
const plain =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2311\u2500-\u25fc\u2605\u2713\u2717\u2800-\u28ff]*$/;
const controlCharacters = /[\p{Control}\u2028\u2029]+/gu;

/** How many cells `text` takes. */
export function cellWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** `text` on one line without control characters: a file name cannot move the cursor or set a colour. */
export function printable(text: string): string {
  return text.replace(controlCharacters, ' ');
}

export interface CutOptions {
  /** The end that stays when the text is too long; a path is known by its end. */
  keep?: 'start' | 'end';
  ellipsis?: string;
}

/** `text` in at most `width` cells, with an ellipsis where something is missing. */
export function cut(
  text: string,
  width: number,
  { keep = 'start', ellipsis = '…' }: CutOptions = {},
) {
  if (cellWidth(text) <= width) return text;
  if (width <= 0) return '';
  const mark = cellWidth(ellipsis) <= width ? ellipsis : '';
  const room = width - cellWidth(mark);
  const segments = [...graphemes.segment(text)].map((part) => part.segment);
  return keep === 'start'
    ? takeCells(segments, room) + mark
    : mark + takeCells(segments.reverse(), room, 'backwards');
}

/** `text` filled with spaces to `width` cells; longer text stays as it is. */
export function padTo(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'left' ? text + gap : gap + text;
}

function takeCells(segments: string[], room: number, order: 'forwards' | 'backwards' = 'forwards') {
  let taken = '';
  let width = 0;
  for (const segment of segments) {
    width += graphemeWidth(segment);
    if (width > room) break;
    taken = order === 'forwards' ? taken + segment : segment + taken;
  }
  return taken;
}

function graphemeWidth(segment: string): number {
  if (zeroWidth.test(segment)) return 0;
  return wide.test(segment) ? 2 : 1;
}
