import type { ConfidenceStatus } from '../../core/prediction.js';
import type { ReadPicture } from '../../state/recognition-reading.js';
import { cut } from '../../ui/cells.js';
import { confidenceBars } from '../../ui/components/bars.js';
import { blockText, blockTextHeight } from '../../ui/components/block-text.js';
import { milliseconds, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike, Tone } from '../../ui/rows.js';
import { joinColumns, rowWidth, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

export const statusTones: Record<ConfidenceStatus, Tone> = {
  High: 'good',
  Medium: 'warning',
  Low: 'bad',
};

export interface AnswerOptions {
  /** The name of the model that answered. */
  model: string | undefined;
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** The digit large, what it is called, and how far it can be trusted, in the middle of `height` rows. */
export function answerRows(
  result: ReadPicture,
  { model = '', width, height, glyphs }: AnswerOptions,
): Row[] {
  const words = answerWords(result, width);
  const digit = result.seen.blank ? [] : largeDigit(result.digit, { width, height, glyphs });
  const tone = result.rejected ? 'dim' : 'accent';
  const middle: RowLike[] = [...digit.map((line) => [span(line, tone)]), '', ...words];
  const facts = [cut(model, width, glyphs), milliseconds(result.milliseconds)];
  const room = height - facts.length;
  const above = Math.max(0, Math.floor((room - middle.length) / 2));
  const rows = [...Array<RowLike>(above).fill(''), ...middle].slice(0, room);
  const gap = Array<RowLike>(Math.max(0, room - rows.length)).fill('');
  return [...rows, ...gap, ...facts.map((fact) => [span(fact, 'dim')])].map((row) =>
    centred(row, width),
  );
}

/** Rows that the words below a digit need at most. */
const wordRows = 7;

function largeDigit(
  digit: number,
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): string[] {
  const room = { width: width - 2, height: height - wordRows };
  const rows = blockTextHeight(String(digit), room);
  return rows === undefined ? [] : blockText(String(digit), { height: rows, glyphs });
}

/** The ten bars: below each other, or 0 to 4 beside 5 to 9. */
export function probabilityRows(
  { probabilities }: ReadPicture,
  { width, glyphs, rows }: { width: number; glyphs: Glyphs; rows: 5 | 10 },
): Row[] {
  if (rows === 10) return confidenceBars({ probabilities, width, glyphs });
  const gap = 3;
  const half = Math.floor((width - gap) / 2);
  const bars = confidenceBars({ probabilities, width: half, glyphs });
  return bars.slice(0, 5).map((row, index) =>
    joinColumns(
      [
        { row, width: half },
        { row: bars[index + 5], width: half },
      ],
      gap,
    ),
  );
}

/** What was done to the picture, in words; where it does not fit, the key that tells all. */
export function stageRows(
  { seen }: ReadPicture,
  { width, rows, glyphs }: { width: number; rows: number; glyphs: Glyphs },
): Row[] {
  const words = seen.stages.length > 0 ? seen.stages.join(', ') : 'taken as it is';
  const lines = wrapWords(words, width);
  const shown = lines.slice(0, rows).map((line) => [span(line, 'dim')]);
  if (lines.length <= rows) return shown;
  const hint = [span('  Enter', 'accent'), span(' tells all', 'dim')];
  const last = cut(lines.slice(rows - 1).join(' '), width - rowWidth(hint), glyphs);
  return [...shown.slice(0, -1), [span(last, 'dim'), ...hint]];
}

const digitNames = 'zero one two three four five six seven eight nine'.split(' ');

function answerWords({ digit, confidence, status, rejected, seen }: ReadPicture, width: number) {
  if (seen.blank) {
    return [
      [span('blank picture', 'warning')],
      ...wrapWords('no ink was found', width).map((line) => [span(line, 'dim')]),
    ];
  }
  const doubt = rejected ? wrapWords('not a digit?', width - 2) : [];
  return [
    [span(`${digitNames[digit]}  ${percent(confidence)}`, 'strong')],
    [span(status, statusTones[status])],
    ...doubt.map((line) => [span(line, 'warning')]),
    ...offerRows(seen),
  ];
}

/** Where there seem to be several digits: the key that reads them all. */
function offerRows({ digits = 1 }: ReadPicture['seen']): Row[] {
  if (digits < 2) return [];
  return [
    [span('several digits?', 'warning')],
    [span('w', 'accent'), span(' reads them all', 'warning')],
  ];
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
