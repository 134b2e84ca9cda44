import type { RunView } from '../../state/run-view.js';
import { classBars } from '../../ui/components/bars.js';
import { bytes, count, decimal, delta, duration, percent, rate } from '../../ui/format.js';
import type { Row, RowLike, Span } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import type { Glyphs } from '../../ui/theme.js';

export interface FigureOptions {
  /** Cells of a row. */
  width: number;
  height: number;
  glyphs: Glyphs;
  /** What an epoch has changed within the last second stands out. */
  fresh: 'epoch' | 'nothing';
}

/** What is trained, how well it goes and what it takes: 14 rows, and the samples where there is room. */
export function figureRows(view: RunView, { width, height, glyphs, fresh }: FigureOptions): Row[] {
  const { run, asked, train, latest } = view;
  const request = run.request ?? asked;
  const [before, last] = [run.history.at(-2), run.history.at(-1)];
  const tone = fresh === 'epoch' ? 'strong' : 'plain';
  // In the middle of an epoch the last whole one is what to compare with.
  const trainBefore = latest?.epoch === last?.epoch ? before?.train : last?.train;
  const points = (now = Number.NaN, then = Number.NaN) => delta((now - then) * 100, glyphs);
  const lines: [string, RowLike][] = [
    ['data', request?.source ?? '-'],
    [
      '',
      run.trainSamples > 0 ? `${count(run.trainSamples)} + ${count(run.validationSamples)}` : '',
    ],
    ['recipe', request ? `${request.settings.recipe}, batch ${request.settings.batchSize}` : '-'],
    ['engine', run.engine ?? '-'],
    ['', ''],
    [
      'accuracy',
      change(
        span(percent(train?.accuracy ?? Number.NaN, 2)),
        points(train?.accuracy, trainBefore?.accuracy),
      ),
    ],
    [
      'validation',
      change(
        span(percent(last?.validation.accuracy ?? Number.NaN, 2), tone),
        points(last?.validation.accuracy, before?.validation.accuracy),
      ),
    ],
    ['loss', decimal(train?.loss ?? Number.NaN)],
    ['val. loss', [span(decimal(last?.validation.loss ?? Number.NaN), tone)]],
    [
      'best',
      run.best
        ? [
            span(percent(run.best.validation.accuracy, 2), run.best === last ? tone : 'plain'),
            '  ',
            span(`${glyphs.best} epoch ${run.best.epoch}`, 'good'),
          ]
        : '-',
    ],
    ['rate', rate(view.imagesPerSecond ?? Number.NaN, 'images')],
    ['lr', decimal(run.learningRate, 6)],
    ['memory', bytes(latest?.memoryBytes ?? Number.NaN)],
    ['time', run.startedAt === undefined ? '-' : duration((view.at - run.startedAt) / 1000)],
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

/** Figures are as wide as `100.00 %`, so that the changes beside them stand still. */
function change(value: Span, by: Span): Row {
  return joinColumns([
    { row: [value], width: 8 },
    { row: [by], width: 8 },
  ]);
}
