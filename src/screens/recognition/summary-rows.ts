import {
  confidenceStatus,
  type PredictionTotals,
  totalPredictions,
} from '../../core/prediction.js';
import type { PictureResult } from '../../host/protocol.js';
import type { Reading, ReadPicture } from '../../state/recognition-reading.js';
import { horizontalBars } from '../../ui/components/bars.js';
import { histogram } from '../../ui/components/histogram.js';
import { progressBar } from '../../ui/components/progress-bar.js';
import { count, duration, percent, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { statusTones } from './answer-rows.js';

/** What several pictures come to; of one that was read as a number, each digit counts. */
export interface ReadingTotals extends PredictionTotals {
  blank: number;
  /** Answers that should not be trusted, blank pictures aside. */
  unsure: number;
  unreadable: number;
  /** Of each digit that was read, 0..1. */
  confidences: readonly number[];
}

export function readingTotals(results: readonly PictureResult[]): ReadingTotals {
  const read = results.filter((result): result is ReadPicture => !('error' in result));
  const blank = read.filter(({ seen }) => seen.blank).length;
  const answers = read.flatMap(
    (result): readonly Pick<ReadPicture, 'digit' | 'confidence'>[] =>
      result.number?.digits ?? [result],
  );
  return {
    ...totalPredictions(
      answers.map(({ digit, confidence }) => ({
        digit,
        confidence,
        status: confidenceStatus(confidence),
      })),
    ),
    blank,
    unsure: read.filter(({ rejected, seen, number }) => rejected && !seen.blank && !number).length,
    unreadable: results.length - read.length,
    confidences: answers.map(({ confidence }) => confidence),
  };
}

/** Totals, shares of trust and the digits as bars: 18 rows; in `height` rows, also how the confidence is spread. */
export function summaryRows(
  totals: ReadingTotals,
  { width, height = 0, glyphs }: { width: number; height?: number; glyphs: Glyphs },
): Row[] {
  const { averageConfidence, statuses, distribution, blank, unsure, unreadable } = totals;
  const fact = (label: RowLike, value: string, row = span(value)): Row => {
    const room = Math.max(value.length, 9);
    return joinColumns(
      [
        { row: label, width: width - room - 1 },
        { row: [row], width: room, align: 'right' },
      ],
      1,
    );
  };
  const warned = (label: string, value: number): Row =>
    fact(label, count(value), span(count(value), value > 0 ? 'warning' : 'dim'));
  const rows = [
    fact('average confidence', percent(averageConfidence)),
    ...(['High', 'Medium', 'Low'] as const).map((status) =>
      fact([span(status, statusTones[status])], count(statuses[status])),
    ),
    warned('not a digit?', unsure),
    warned('blank', blank),
    warned('unreadable', unreadable),
    [],
    ...horizontalBars({
      items: distribution.map((value, digit) => ({
        label: String(digit),
        value,
        text: count(value),
        tone: value === 0 ? 'dim' : 'accent',
      })),
      width,
      bars: 'thin',
      glyphs,
    }),
  ];
  const room = height - rows.length - 2;
  if (room < lowestHistogram || totals.confidences.length === 0) return rows;
  return [
    ...rows,
    [],
    [span('confidence', 'dim')],
    ...histogram({
      values: totals.confidences,
      bins: 10,
      range: [0, 1],
      width,
      height: Math.min(highestHistogram, room),
      glyphs,
      formatX: (value) => percent(value, 0),
    }),
  ];
}

/** Rows between which a histogram says something and is no wall. */
const lowestHistogram = 5;
const highestHistogram = 10;

/** How far a reading is, or how it ended: one row, and more only where a failure needs them. */
export function progressRows(
  { status, done, total, seconds, results, model = '', problem }: Reading,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  const perSecond = done > 0 && seconds > 0 ? done / seconds : Number.NaN;
  const speed = Number.isFinite(perSecond) ? `, ${rate(perSecond, 'images')}` : '';
  switch (status) {
    case 'reading': {
      const left = `${rate(perSecond, 'images')}   left ${duration((total - done) / perSecond)}   `;
      const note = `${done > 0 ? left : ''}Esc stops`;
      return [progressBar({ label: ' read', value: done, total, width, glyphs, note })];
    }
    case 'done':
      return [
        [
          span(` ${glyphs.check} ${pictures(results.length)} in ${duration(seconds)}${speed}`),
          span(`   model ${model}   `, 'dim'),
          span('e', 'accent'),
          span(' saves', 'dim'),
        ],
      ];
    case 'stopped':
      return [
        [
          span(` stopped: ${count(done)} of ${count(total)} read`, 'warning'),
          span('   r reads again', 'dim'),
        ],
      ];
    case 'failed':
      return wrapWords(`${glyphs.cross} ${problem ?? ''}; r reads again`, width - 2).map((line) => [
        span(` ${line}`, 'bad'),
      ]);
  }
}

function pictures(number: number): string {
  return number === 1 ? '1 picture' : `${count(number)} pictures`;
}
