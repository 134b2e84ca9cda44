import type { PadReading } from '../../../state/live/pad-store.js';
import { blockText, blockTextHeight } from '../../../ui/components/block-text.js';
import { milliseconds, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, span } from '../../../ui/rows.js';
import { statusTones } from '../../recognition/answer-rows.js';

/** Beside the 28x28: the digit as large as fits, how sure the network is, and how long it took. */
export function verdictRows(
  reading: PadReading,
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): RowLike[] {
  if (reading.status !== 'ready') return waiting(reading);
  const { answer } = reading;
  if (answer.seen.blank) return [[span('no ink', 'warning')], [span('found', 'warning')]];
  const words: Row[] = [
    [span(percent(answer.confidence, width < widestPercentage ? 0 : 1), 'strong')],
    [span(answer.status, statusTones[answer.status])],
    [span(answer.rejected ? 'unsure' : '', 'warning')],
    [span(milliseconds(answer.milliseconds), 'dim')],
  ];
  const digit = String(answer.digit);
  const rows = blockTextHeight(digit, { width, height: height - words.length - 1 });
  const tone = answer.rejected ? 'dim' : 'accent';
  const large = rows === undefined ? [digit] : blockText(digit, { height: rows, glyphs });
  return [...large.map((line) => [span(line, tone)]), '', ...words];
}

/** Cells of `100.0 %`. */
const widestPercentage = 7;

function waiting({ status }: Exclude<PadReading, { status: 'ready' }>): RowLike[] {
  if (status === 'failed') return [[span('no', 'bad')], [span('answer', 'bad')]];
  return status === 'blank' ? [] : [[span('reading', 'dim')]];
}
