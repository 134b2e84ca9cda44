import type { PictureResult } from '../../host/protocol.js';
import { paces, type QuickDemoState } from '../../state/live/quick-demo.js';
import type { Reading, ReadPicture } from '../../state/recognition-reading.js';
import { count, decimal, milliseconds, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** How fast pictures are read, as it was measured, and what could not be read. */
export interface QuickFigures {
  readable: number;
  /** Milliseconds of a picture on average; NaN before the first. */
  meanMilliseconds: number;
  unreadable: readonly Extract<PictureResult, { error: string }>[];
}

export function quickFigures(results: readonly PictureResult[]): QuickFigures {
  const read = results.filter((result): result is ReadPicture => !('error' in result));
  const sum = read.reduce((total, result) => total + result.milliseconds, 0);
  return {
    readable: read.length,
    meanMilliseconds: sum / read.length,
    unreadable: results.filter((result) => 'error' in result),
  };
}

/** `2 s each   read in 4.8 ms each, 208 pictures/s   1 unreadable`, and below it what the last one has. */
export function quickRows(
  reading: Reading,
  { play, pace }: Pick<QuickDemoState, 'play' | 'pace'>,
  { glyphs, figures }: { glyphs: Glyphs; figures: QuickFigures },
): Row[] {
  const { meanMilliseconds, unreadable } = figures;
  const playing =
    play === 'on'
      ? span(`plays, ${decimal(paces[pace])} s each`, 'accent')
      : span('paused: Space goes on', 'warning');
  const speed = Number.isFinite(meanMilliseconds)
    ? `   read in ${milliseconds(meanMilliseconds)} each, ${rate(overall(reading), 'pictures')}`
    : '';
  const going =
    reading.status === 'reading' ? `   reading ${count(reading.done)}/${count(reading.total)}` : '';
  const trouble = unreadable.length > 0 ? `   ${count(unreadable.length)} unreadable` : '';
  const first = [playing, span(speed), span(going, 'dim'), span(trouble, 'warning')];
  const last = unreadable.at(-1);
  if (reading.status === 'failed') {
    return [[span(`${glyphs.cross} ${reading.problem ?? ''}; r reads again`, 'bad')], first];
  }
  return last ? [first, [span(`${glyphs.cross} passed over: ${last.error}`, 'dim')]] : [first];
}

/** Pictures a second from asking to the last answer; NaN before the first. */
function overall({ done, seconds }: Reading): number {
  return done > 0 && seconds > 0 ? done / seconds : Number.NaN;
}

/** In the place of pictures: how far it is, or why there is none, and what to do. */
export function quickEmptyRows(
  reading: Reading | undefined,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  if (!reading || (reading.status === 'reading' && reading.results.length === 0)) {
    return [[span('Looking for pictures, opening the model', 'strong')]];
  }
  const problem = reading.problem ?? firstError(reading) ?? 'no pictures were found there';
  return [
    ...wrapWords(`${glyphs.cross} ${problem}`, width).map((line) => [span(line, 'bad')]),
    [],
    [span('o', 'accent'), span('  another folder, or paste its path')],
    [span('s', 'accent'), span('  the sample digits')],
    [span('r', 'accent'), span('  tries again')],
  ];
}

function firstError({ results }: Reading): string | undefined {
  const [first] = results;
  if (!first || !('error' in first)) return undefined;
  return results.length === 1
    ? first.error
    : `none of ${count(results.length)} pictures could be read; the first: ${first.error}`;
}
