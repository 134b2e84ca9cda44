import { basename } from 'node:path';
import { confidenceStatus } from '../../core/prediction.js';
import type { PictureResult } from '../../host/protocol.js';
import type { ReadPicture } from '../../state/recognition-reading.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import { cut } from '../../ui/cells.js';
import { blockText, blockTextHeight } from '../../ui/components/block-text.js';
import { thickBar } from '../../ui/components/thick-bar.js';
import { count, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike, Tone } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { statusTones } from '../recognition/answer-rows.js';
import { wrapWords } from '../wrap-words.js';
import type { StagePictureLayout } from './stage-layout.js';
import { centred, largeRows } from './stage-page.js';

/** The one line of words: `seven.png  3/12`. */
export function nameRow(
  { reading, rows, selected }: Pick<RecognitionState, 'reading' | 'rows' | 'selected'>,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row {
  const name = basename(reading?.results[selected]?.file ?? '');
  const place =
    rows.length > 1 ? `  ${count(rows.indexOf(selected) + 1)}/${count(rows.length)}` : '';
  const shown = cut(name, width - place.length, { keep: 'end', ellipsis: glyphs.ellipsis });
  return [span(shown, 'strong'), span(place, 'accent')];
}

/** The sign that the whole room sees: the digit, `?` where it should not be trusted, `-` where there is none. */
export function signRows(
  result: PictureResult,
  { digitHeight: height, answerWidth }: StagePictureLayout,
  glyphs: Glyphs,
): Row[] {
  if ('number' in result && result.number && result.number.digits.length > 0) {
    return numberSign(result.number.lines, { width: answerWidth, height, glyphs });
  }
  const { sign, tone } = signOf(result);
  return blockText(sign, { height, glyphs }).map((line) =>
    centred([span(line, tone)], answerWidth),
  );
}

/** Line below line, as large as all of them fit. */
function numberSign(
  lines: readonly string[],
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): Row[] {
  const room = { width, height: Math.floor((height - lines.length + 1) / lines.length) };
  const rows = Math.min(...lines.map((line) => blockTextHeight(line, room) ?? 0));
  return lines.flatMap((line, index) => {
    const drawn = rows === 0 ? [line] : blockText(line, { height: rows, glyphs });
    const gap = index === 0 ? [] : [''];
    return [...gap, ...drawn].map((text) => centred([span(text, 'accent')], width));
  });
}

function signOf(result: PictureResult): { sign: string; tone: Tone } {
  if ('error' in result) return { sign: '!', tone: 'bad' };
  if (result.seen.blank) return { sign: '-', tone: 'warning' };
  return result.rejected
    ? { sign: '?', tone: 'warning' }
    : { sign: String(result.digit), tone: 'accent' };
}

/** Below the picture: how sure the answer is as a number and as a bar, or that there is nothing to read. */
export function trustRows(result: ReadPicture, layout: StagePictureLayout, glyphs: Glyphs): Row[] {
  const { leftWidth: width, percentageHeight, barHeight } = layout;
  const height = percentageHeight + 1 + barHeight;
  if (result.seen.blank) {
    const blank = blockTextHeight('blank', { width, height: height - 1 }) ?? percentageHeight;
    return [
      [span('no ink was found', 'strong')],
      ...largeRows([span('blank', 'warning')], { height: blank, glyphs }),
    ];
  }
  const { number, digit, rejected } = result;
  const confidence = number?.confidence ?? result.confidence;
  const status = confidenceStatus(confidence);
  const doubt: Row =
    rejected && !number
      ? [span('not a digit?', 'warning'), span(`, best guess ${digit}`, 'strong')]
      : [];
  const share = percent(confidence).replace(' ', '');
  const tone = statusTones[status];
  return [
    doubt,
    ...largeRows([span(share, 'strong')], { height: percentageHeight, glyphs }),
    [],
    ...thickBar({ fraction: confidence, width, height: barHeight, glyphs, tone }),
  ];
}

/** Why a picture could not be read, in the middle of the left column. */
export function errorRows(
  { error }: Extract<PictureResult, { error: string }>,
  { width, height }: { width: number; height: number },
): RowLike[] {
  const lines = wrapWords(error, width).map((line) => [span(line, 'bad')]);
  const above = Math.max(0, Math.floor((height - lines.length) / 2));
  return [...Array<RowLike>(above).fill(''), ...lines];
}
