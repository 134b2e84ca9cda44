import type { PictureResult } from '../../host/protocol.js';
import type { GuidePage, GuideSide } from '../../state/live/guide-pages.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { verdictWords } from './verdict-rows.js';

/** Rows above the pictures: the title, and the advice in two lines. */
export const guideHeadRows = 3;
/** Rows below a picture: what the machine reads, and whether it is right. */
export const guideVerdictRows = 2;

/** `One digit            3 of 7`, and what to do. */
export function guideHead(
  page: GuidePage,
  { width, place, count }: { width: number; place: number; count: number },
): Row[] {
  const note = `${place + 1} of ${count}`;
  const title = joinColumns([
    { row: [span(page.title, 'accent')], width: width - note.length - 2 },
    { row: [span(note, 'dim')], width: note.length },
  ]);
  const advice = wrapWords(page.advice, width).map((line) => [span(line, 'strong')]);
  return [title, ...advice].slice(0, guideHeadRows);
}

/** What the machine has read at this moment, and whether that is what the picture shows. */
export function guideVerdict(
  result: PictureResult | undefined,
  { page, side, glyphs }: { page: GuidePage; side: GuideSide; glyphs: Glyphs },
): RowLike[] {
  if (!result) return [[span('reading', 'dim')]];
  if ('error' in result) return [[span(`${glyphs.cross} ${result.error}`, 'bad')]];
  return [[span('reads '), ...verdictWords(result)], truth(result, { page, side, glyphs })];
}

/** What a picture shows: `a 5`. */
export function guideTruth({ digit, shows }: GuidePage, side: GuideSide): string {
  return side === 'bad' && shows !== undefined ? shows : `a ${digit}`;
}

function truth(
  result: Exclude<PictureResult, { error: string }>,
  { page, side, glyphs }: { page: GuidePage; side: GuideSide; glyphs: Glyphs },
): Row {
  const isOne = guideTruth(page, side) === `a ${page.digit}`;
  const isRight = !result.seen.blank && isOne && result.digit === page.digit;
  if (isRight) {
    return [span(glyphs.check, 'good'), span(side === 'good' ? ' right' : ' right all the same')];
  }
  return [span(glyphs.cross, 'bad'), span(` it is ${guideTruth(page, side)}`)];
}
