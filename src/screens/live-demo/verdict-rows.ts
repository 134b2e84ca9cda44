import type { PictureResult } from '../../host/protocol.js';
import { confidenceBars } from '../../ui/components/bars.js';
import { blockText, blockTextHeight } from '../../ui/components/block-text.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { statusTones } from '../recognition/answer-rows.js';
import { centred } from '../stage/stage-page.js';
import { wrapWords } from '../wrap-words.js';

export interface VerdictArea {
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** What the machine reads: the digit large where there is room for it, the words, and the ten bars. */
export function verdictRows(result: PictureResult, area: VerdictArea): Row[] {
  const { width, height, glyphs } = area;
  if ('error' in result) {
    const lines = wrapWords(`${glyphs.cross} ${result.error}`, width);
    return lines.map((line) => [span(line, 'bad')]);
  }
  const words = verdictWords(result);
  if (result.seen.blank) return [words];
  const bars = confidenceBars({ probabilities: result.probabilities, width, glyphs });
  const room = { width, height: height - bars.length - 3 };
  const rows = blockTextHeight(String(result.digit), room);
  const digit = rows === undefined ? [] : blockText(String(result.digit), { height: rows, glyphs });
  const tone = result.rejected ? 'dim' : 'accent';
  const large = digit.map((line) => centred([span(line, tone)], width));
  const gap: Row[] = height > bars.length + 1 + large.length ? [[]] : [];
  return [...large, ...(large.length > 0 ? gap : []), words, ...gap, ...bars].slice(0, height);
}

/** `7  98.7 %  High` */
export function verdictWords(result: PictureResult): Row {
  if ('error' in result) return [span('unreadable', 'bad')];
  if (result.seen.blank) return [span('blank: no ink was found', 'warning')];
  const { digit, confidence, status, rejected } = result;
  const doubt = rejected ? [span('  not sure it is a digit', 'warning')] : [];
  return [
    span(`${digit}  ${percent(confidence)}  `, 'strong'),
    span(status, statusTones[status]),
    ...doubt,
  ];
}
