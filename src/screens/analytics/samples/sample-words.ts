import { type Answer, answerOf } from '../../../core/analysis/scored-samples.js';
import type { Waver } from '../../../core/analysis/waver.js';
import type { Sample } from '../../../host/protocol.js';
import type { SampleQuery } from '../../../state/analytics/sample-list.js';
import type { Scored } from '../../../state/analytics/scored.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, span } from '../../../ui/rows.js';

/** What is listed: `4 read as 9`, `Wrong at 0.90 and above, then held back`. */
export function listTitle(query: SampleQuery): string {
  return query.kind === 'cell'
    ? `${query.label} read as ${query.digit}`
    : `Wrong at ${thresholdText(query.threshold)} and above, then held back`;
}

/** 0.9 → "0.90", 0.999 → "0.999" */
export function thresholdText(threshold: number): string {
  return threshold.toFixed(Math.round(threshold * 100) / 100 === threshold ? 2 : 3);
}

/** In at most 12 cells: `4→9 98.7 %` of a mistake, `✓ 4 98.7 %` of a right answer. */
export function answerCaption(scored: Scored, index: number, glyphs: Glyphs): Row {
  const answer = answerOf(scored, index);
  const label = scored.labels[index];
  const text = answer.right ? `${glyphs.check} ${label}` : `${label}${glyphs.right}${answer.digit}`;
  return [
    span(text, answer.right ? 'good' : 'bad'),
    span(` ${percent(answer.confidence)}`, 'plain'),
  ];
}

/** `4, read as 9 with 98.7 %` */
export function answerSentence(label: number, { digit, confidence, right }: Answer): Row {
  const read = right ? 'read right' : `read as ${digit}`;
  return [
    span(`${label}, ${read}`, 'strong'),
    span(` with ${percent(confidence)}`, right ? 'good' : 'bad'),
  ];
}

/** Which two digits the answer wavers between, or that it does not. */
export function waverWords(
  { first, second, margin }: Waver,
  probabilities: ArrayLike<number>,
): string {
  if (!Number.isFinite(margin)) return 'the network answers no numbers: its training diverged';
  const [one, other] = [first, second].map(
    (digit) => `${digit} (${percent(probabilities[digit])})`,
  );
  return margin >= sureMargin
    ? `sure of ${one}; next is ${other}`
    : `wavers between ${one} and ${other}`;
}

/** Further apart than this nobody would speak of wavering. */
const sureMargin = 0.8;

/** The file behind a sample, or why there is none. */
export function fileWords(
  scored: Pick<Scored, 'hasFiles' | 'source'>,
  sample: Sample | undefined,
): string {
  if (!sample) return '';
  return sample.file ?? `${scored.source}: its samples have no files of their own`;
}
