import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { decimal, duration, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike, Span } from '../../ui/rows.js';
import { rowWidth, span, toRow } from '../../ui/rows.js';
import { type ChartName, type ChartView, epochAtCursor, recentEpochs } from './chart-view.js';
import { epochMarks } from './epoch-marks.js';
import { markWords } from './mark-words.js';
import type { Metric } from './metric-axis.js';

export interface NoteOptions {
  charts: ChartView;
  glyphs: Glyphs;
  /** Cells that the border has for it. */
  width: number;
}

/**
 * What stands in the border of a chart of epochs: the values under the cursor, or what its lines and marks are; and how
 * it is drawn. As much of it as there is room for.
 */
export function metricNote(run: RunState, metric: Metric, options: NoteOptions): RowLike {
  const { charts, glyphs, width } = options;
  const state = stateWords(metric, charts);
  const words = state === '' ? [] : [span(state, 'strong'), '   '];
  const record = epochAtCursor(run, charts);
  if (record) {
    const done = markWords(run.marks, record.epoch, glyphs);
    return widestThatFits(valueNotes(record, metric, { words, done, glyphs }), width);
  }
  const { train, validation } = lineSigns(glyphs);
  const lines = ['train ', train, '  validation ', validation];
  const legend = legendOf(run, glyphs);
  // Of the signs that find no room the last go first.
  const shorter = legend.map((_, index) => [
    ...words,
    ...lines,
    ...legend.slice(0, legend.length - index).flat(),
  ]);
  return widestThatFits([...shorter, [...words, ...lines], words.slice(0, 1)], width);
}

/** Each sign below the chart once. */
function legendOf(run: RunState, glyphs: Glyphs): RowLike[] {
  const signs = new Map(epochMarks(run, glyphs).map((mark) => [mark.text, mark]));
  return [...signs.values()].map(({ text, tone, words }) => ['  ', span(text, tone), ` ${words}`]);
}

/** What the epoch under the cursor came to, from all that is known to the two values alone. */
function valueNotes(
  record: EpochRecord,
  metric: Metric,
  {
    words,
    done,
    glyphs,
  }: { words: readonly (Span | string)[]; done: readonly string[]; glyphs: Glyphs },
): RowLike[] {
  const { train, validation } = lineSigns(glyphs);
  const value = metric === 'loss' ? decimal : (share: number) => percent(share, 2);
  const [trained, validated] = [value(record.train[metric]), value(record.validation[metric])];
  const epoch = span(`epoch ${record.epoch}`, 'strong');
  const how = `   lr ${decimal(record.learningRate, 6)}   ${duration(record.seconds)}`;
  const named = [
    epoch,
    '   train ',
    train,
    ` ${trained}   validation `,
    validation,
    ` ${validated}`,
  ];
  const values = ['  ', train, ` ${trained}  `, validation, ` ${validated}`];
  const number = span(String(record.epoch), 'strong');
  const personal = done.length === 0 ? [] : [[...words, ...named, how, `   ${done.join(', ')}`]];
  return [
    ...personal,
    [...words, ...named, how],
    [...words, ...named],
    [...words, epoch, ...values],
    [epoch, ...values],
    [number, ...values],
  ];
}

function lineSigns({ solidLine, dottedLine }: Glyphs) {
  return { train: span(solidLine, 'accent'), validation: span(dottedLine, 'second') };
}

/** How the chart of steps is drawn. */
export function stepNote({ charts, width }: NoteOptions): RowLike {
  const words = stateWords('steps', charts);
  return widestThatFits([words === '' ? '' : [span(words, 'strong')]], width);
}

/** `log, smooth 0.6, last 10`; nothing where all is as it comes. */
function stateWords(chart: ChartName, { log, smoothing, range }: ChartView): string {
  return [
    log.includes(chart) && 'log',
    smoothing > 0 && `smooth ${smoothing}`,
    range === 'recent' && (chart === 'steps' ? 'recent' : `last ${recentEpochs}`),
  ]
    .filter((word) => word !== false)
    .join(', ');
}

function widestThatFits(candidates: readonly RowLike[], width: number): Row {
  return toRow(candidates.find((row) => rowWidth(row) <= width) ?? '');
}
