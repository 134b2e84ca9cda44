import type { SkippedEntry } from '../../../host/protocol.js';
import { cellWidth, cut, printable } from '../../../ui/cells.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

interface RowOptions {
  width: number;
  glyphs: Glyphs;
}

/** `› 7/scan.png  it is empty`: the file by its end, as its folder is the digit, then why. */
export function skippedRow(
  entry: SkippedEntry | undefined,
  state: 'selected' | 'plain',
  { width, glyphs }: RowOptions,
): Row {
  const mark = span(state === 'selected' ? `${glyphs.pointer} ` : '  ', 'accent');
  if (!entry) return [mark, span(glyphs.ellipsis, 'dim')];
  const fileWidth = Math.floor((width - 4) * 0.4);
  const name = cut(printable(shortName(entry.file)), fileWidth, {
    keep: 'end',
    ellipsis: glyphs.ellipsis,
  });
  const gap = ' '.repeat(fileWidth - cellWidth(name) + 2);
  return [
    mark,
    span(name, state === 'selected' ? 'strong' : 'plain'),
    span(gap),
    span(entry.reason, 'dim'),
  ];
}

/** The whole of the one that is looked at. */
export function skippedDetail(
  entry: SkippedEntry | undefined,
  { width, height }: { width: number; height: number },
): RowLike[] {
  if (!entry) return [];
  const reason = wrapWords(entry.reason, width).map((line): Row => [span(line, 'warning')]);
  const file = wrapWords(printable(entry.file), width).map((line): Row => [span(line, 'dim')]);
  return [...reason, ...file].slice(0, height);
}

function shortName(path: string): string {
  return path.split(/[\\/]/).slice(-2).join('/');
}
