import { dataWords } from '../../core/data-options.js';
import type { Metrics } from '../../core/run/event.js';
import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import type { RunView } from '../../state/run-view.js';
import { classBars } from '../../ui/components/bars.js';
import { bytes, count, decimal, delta, duration, percent, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike, Tone } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';

export interface FigureOptions {
  /** Cells of a row. */
  width: number;
  height: number;
  glyphs: Glyphs;
  /** What an epoch has changed within the last second stands out. */
  fresh: 'epoch' | 'nothing';
  /** The epoch that is read in the charts: its figures take the place of the current ones. */
  epoch?: EpochRecord;
}

/** What is trained, how well it goes and what it takes: 14 rows, and the samples where there is room. */
export function figureRows(view: RunView, options: FigureOptions): Row[] {
  const { run, asked } = view;
  const { width, height, glyphs, epoch } = options;
  const request = run.request ?? asked;
  const lines: Figure[] = [
    ['data', request ? dataWords(request.source, request.data) : '-'],
    [
      '',
      run.trainSamples > 0 ? `${count(run.trainSamples)} + ${count(run.validationSamples)}` : '',
    ],
    ['recipe', request ? `${request.settings.recipe}, batch ${request.settings.batchSize}` : '-'],
    ['engine', run.engine ?? '-'],
    ...(epoch ? epochFigures(view, epoch, options) : currentFigures(view, options)),
  ];
  const rows = lines.map(([label, value]) => figure(label, value, width));
  return height < rows.length + 12 || run.trainSamples === 0
    ? rows
    : [
        ...rows,
        [],
        [span('samples', 'dim')],
        ...classBars({ counts: run.perClass, width, glyphs }),
      ];
}

type Figure = [label: string, value: RowLike];

/** The epoch under way, beside the last whole one. */
function currentFigures(view: RunView, { glyphs, fresh }: FigureOptions): Figure[] {
  const { run, train, latest } = view;
  const [before, last] = [run.history.at(-2), run.history.at(-1)];
  const tone = fresh === 'epoch' ? 'strong' : 'plain';
  // In the middle of an epoch the last whole one is what to compare with.
  const trainBefore = latest?.epoch === last?.epoch ? before?.train : last?.train;
  return [
    ['', ''],
    ['accuracy', accuracy(train, trainBefore, 'plain', glyphs)],
    ['validation', accuracy(last?.validation, before?.validation, tone, glyphs)],
    ['loss', decimal(train?.loss ?? Number.NaN)],
    ['val. loss', [span(decimal(last?.validation.loss ?? Number.NaN), tone)]],
    ['best', bestEpoch(run, run.best === last ? tone : 'plain', glyphs)],
    ['rate', rate(view.imagesPerSecond ?? Number.NaN, 'images')],
    ['lr', decimal(run.learningRate, 6)],
    ['memory', bytes(latest?.memoryBytes ?? Number.NaN)],
    ['time', run.startedAt === undefined ? '-' : duration(view.seconds)],
  ];
}

/** An epoch that has ended, in the same rows. */
function epochFigures(
  { run, latest }: RunView,
  record: EpochRecord,
  { glyphs }: FigureOptions,
): Figure[] {
  const before = run.history[run.history.indexOf(record) - 1];
  return [
    ['epoch', [span(String(record.epoch), 'accent'), ` of ${run.history.length}`]],
    ['accuracy', accuracy(record.train, before?.train, 'plain', glyphs)],
    ['validation', accuracy(record.validation, before?.validation, 'plain', glyphs)],
    ['loss', decimal(record.train.loss)],
    ['val. loss', decimal(record.validation.loss)],
    ['best', bestEpoch(run, 'plain', glyphs)],
    ['rate', rate(record.imagesPerSecond, 'images')],
    ['lr', decimal(record.learningRate, 6)],
    ['memory', bytes(latest?.memoryBytes ?? Number.NaN)],
    ['took', duration(record.seconds)],
  ];
}

/** With what has changed since the epoch before. */
function accuracy(
  now: Metrics | undefined,
  before: Metrics | undefined,
  tone: Tone,
  glyphs: Glyphs,
): Row {
  const value = now?.accuracy ?? Number.NaN;
  // Figures are as wide as `100.00 %`, so that the changes beside them stand still.
  return joinColumns([
    { row: [span(percent(value, 2), tone)], width: 8 },
    { row: [delta((value - (before?.accuracy ?? Number.NaN)) * 100, glyphs)], width: 8 },
  ]);
}

function bestEpoch({ best }: RunState, tone: Tone, glyphs: Glyphs): RowLike {
  if (!best) return '-';
  return [
    span(percent(best.validation.accuracy, 2), tone),
    '  ',
    span(`${glyphs.best} epoch ${best.epoch}`, 'good'),
  ];
}

const labelWidth = 10;

function figure(label: string, value: RowLike, width: number): Row {
  return joinColumns(
    [
      { row: [span(label, 'dim')], width: labelWidth },
      { row: value, width: width - labelWidth - 1 },
    ],
    1,
  );
}
