import { type Spread, spreadOf } from '../../core/analysis/spread.js';
import type { MeasureAnswer } from '../../host/protocol.js';
import type { MeasureState } from '../../state/analytics/measuring.js';
import { countBins, histogram } from '../../ui/components/histogram.js';
import { sparkline } from '../../ui/components/sparkline.js';
import { count, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, type Span, span } from '../../ui/rows.js';

interface Options {
  width: number;
  glyphs: Glyphs;
}

/** How long reading takes, as far as it was measured: rows for a panel, a histogram among them. */
export function timeRows(
  state: MeasureState,
  { width, height, glyphs }: Options & { height: number },
): Row[] {
  if (state.status !== 'ready') return [waitingRow(state)];
  const { answer, at } = state;
  const { single, batches, batchSize } = answer;
  const one = spreadOf(single);
  const rows: Row[] = [
    [span(`measured at ${clockTime(at)} with ${answer.engine}, kept nowhere`, 'dim')],
    [
      span('one image  ', 'dim'),
      span(`${time(one.median)} median`, 'strong'),
      span(`  ${between(one, time)}`),
    ],
    [
      span('in batches ', 'dim'),
      span(batchWords(batches), 'strong'),
      span(`  of ${count(batchSize)} images each`),
    ],
    [],
    [span(`times of ${count(one.count)} images, one after the other, in ms`, 'dim')],
  ];
  const plot = histogram({
    values: single,
    bins: Math.max(1, Math.min(30, Math.floor((width - 6) / 2))),
    range: rangeOf(one),
    width,
    height: Math.max(0, height - rows.length),
    glyphs,
    formatX: (value) => value.toFixed(2),
  });
  return [...rows, ...plot];
}

/** The same in two lines. */
export function timeLines(state: MeasureState, { width, glyphs }: Options): Row[] {
  const label = (text: string) => span(` ${text.padEnd(8)}`, 'dim');
  if (state.status !== 'ready') return [[label('time'), ...waitingRow(state)]];
  const { answer, at } = state;
  const one = spreadOf(answer.single);
  const words = `  ${between(one, time)}  `;
  const median = `${time(one.median)} an image`;
  const room = Math.min(24, width - 10 - median.length - words.length);
  const bins = countBins(answer.single, Math.max(1, room), rangeOf(one));
  const strip = sparkline({ values: bins, width: Math.max(0, room), glyphs });
  return [
    [label('time'), span(median, 'strong'), span(words), span(strip, 'accent')],
    [
      label(''),
      span(batchWords(answer.batches), 'strong'),
      span(` in batches of ${count(answer.batchSize)}`),
      span(`  measured at ${clockTime(at)}, kept nowhere`, 'dim'),
    ],
  ];
}

function waitingRow(state: Exclude<MeasureState, { status: 'ready' }>): Row {
  if (state.status === 'failed') return [span(state.problem, 'bad')];
  if (state.status === 'measuring') {
    return [
      span('measuring on this machine, about two seconds; '),
      ...key('Esc'),
      span(' gives it up'),
    ];
  }
  return [...key('m'), span(' measures here and now what one image and batches of them take')];
}

function key(name: string): Span[] {
  return [span(name, 'accent')];
}

function batchWords(perSecond: MeasureAnswer['batches']): string {
  return rate(spreadOf(perSecond).median, 'images');
}

/** Nine of ten values. */
function between({ p5, p95 }: Spread, words: (value: number) => string): string {
  return `90 of 100 take ${words(p5)} to ${words(p95)}`;
}

/** The slowest few may be far out, where something else had the processor: they count in the last column. */
function rangeOf({ lowest, p95 }: Spread): readonly [number, number] {
  if (!Number.isFinite(lowest)) return [0, 1];
  return [lowest, p95 > lowest ? p95 + (p95 - lowest) / 4 : lowest + 1];
}

function time(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? `${milliseconds.toFixed(2)} ms` : '-';
}

function clockTime(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
