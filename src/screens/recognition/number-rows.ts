import { confidenceStatus } from '../../core/prediction.js';
import type { ReadNumber } from '../../host/protocol.js';
import { blockText, blockTextHeight } from '../../ui/components/block-text.js';
import { count, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, rowWidth, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { statusTones } from './answer-rows.js';

/** The number as large as it fits, line by line, and how sure it is, in the middle of `height` rows. */
export function numberRows(
  { lines, digits, confidence }: ReadNumber,
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): Row[] {
  if (digits.length === 0) {
    return [
      [],
      [span('no digits were found', 'warning')],
      ...wrapWords('w goes back to the answer for one digit', width).map((line) => [
        span(line, 'dim'),
      ]),
    ];
  }
  const status = confidenceStatus(confidence);
  const words: Row[] = [
    [span(percent(confidence), 'strong'), span(` together, ${status}`, statusTones[status])],
    [
      span(`${countWords(digits.length)}${lineWords(lines.length)}, `, 'dim'),
      span('w', 'accent'),
      span(' goes back', 'dim'),
    ],
  ];
  const room = { width, height: Math.floor((height - words.length) / lines.length) - 1 };
  const least = Math.min(...lines.map((line) => blockTextHeight(line, room) ?? 0));
  const drawn = (line: string) =>
    least === 0
      ? wrapWords(line, width)
      : blockText(line, { height: Math.min(least, highest), glyphs });
  const large = lines.flatMap((line): RowLike[] => [
    ...drawn(line).map((part) => [span(part, 'accent')]),
    '',
  ]);
  const rows = [...large, ...words];
  const above = Math.max(0, Math.floor((height - rows.length) / 2));
  return [...Array<RowLike>(above).fill(''), ...rows].map((row) => centred(row, width));
}

/** Rows of a line of the number: taller, it no longer reads as one. */
const highest = 14;

function countWords(digits: number): string {
  return digits === 1 ? '1 digit' : `${count(digits)} digits`;
}

function lineWords(lines: number): string {
  return lines > 1 ? ` in ${lines} lines` : '';
}

function centred(row: RowLike, width: number): Row {
  const left = Math.max(0, Math.floor((width - rowWidth(row)) / 2));
  return joinColumns(
    [
      { row: '', width: left },
      { row, width: width - left },
    ],
    0,
  );
}
