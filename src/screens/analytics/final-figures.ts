import { trainingGap } from '../../core/analysis/gap.js';
import type { Metrics } from '../../core/run/event.js';
import type { RunState } from '../../core/run/reducer.js';
import type { ModelCard } from '../../model/card.js';
import { originWords } from '../../model/card-score.js';
import { cut } from '../../ui/cells.js';
import { count, decimal, duration, percent, rate, signed } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, type Span, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { endingWords } from './ending-words.js';

export interface FigureOptions {
  width: number;
  glyphs: Glyphs;
}

/**
 * What a run came to: how it ended, its scores, the gap between them in words, and what it took.
 *
 * @param card of the model that it made, where it made one
 */
export function runFigures(
  run: RunState,
  card: ModelCard | undefined,
  options: FigureOptions,
): Row[] {
  const { width, glyphs } = options;
  const { history, best, outcome } = run;
  const gap = trainingGap(run);
  const kept = outcome && history.length > 0 ? outcome : best;
  return [
    ...wrapped(endingWords(run, glyphs), width),
    [],
    ...(kept ? scores(kept, width) : []),
    ...(best ? [bestRow(best.epoch, history.length, options)] : []),
    ...(kept ? [[]] : []),
    ...wrapped(span(gap.words, gapTones[gap.kind]), width),
    [],
    ...[...runFacts(run, width), ...testFact(card)].map(([label, value]) =>
      fact(label, value, width),
    ),
  ];
}

/** What the card of a model says, where its run is not here. */
export function cardFigures(card: ModelCard, options: FigureOptions): Row[] {
  const { width } = options;
  if (!card.training) return importedFigures(card, options);
  const { train, validation, data, settings, engine, epochs, seconds } = card.training;
  const facts: [string, string][] = [
    ['gap', `${signed((train.accuracy - validation.accuracy) * 100)} points`],
    ...testFact(card),
    ['data', sourceWords(data.source, width)],
    ['samples', `${count(data.train)} + ${count(data.validation)}`],
    ['recipe', `${settings.recipe}, batch ${settings.batchSize}`],
    ['lr', decimal(settings.learningRate, 6)],
    ['engine', engine],
    ['time', duration(seconds)],
    ['created', card.created.slice(0, 10)],
  ];
  return [
    ...wrapped(span('a model without its run'), width),
    [],
    ...scores({ train, validation }, width),
    bestRow(card.training.bestEpoch, epochs, options),
    [],
    ...facts.map(([label, value]) => fact(label, value, width)),
  ];
}

/** What is known of a model that was trained elsewhere. */
function importedFigures(card: ModelCard, { width }: FigureOptions): Row[] {
  const check = card.imported?.check;
  const facts: [string, string][] = [
    ...testFact(card),
    ...(check
      ? [['read', `${percent(check.accuracy, 2)} on ${check.source}`] as [string, string]]
      : []),
    ['file', card.imported?.file ?? '-'],
    ['created', card.created.slice(0, 10)],
  ];
  return [
    ...wrapped(span(originWords(card)), width),
    [],
    ...facts.map(([label, value]) => fact(label, value, width)),
  ];
}

const gapTones: Record<ReturnType<typeof trainingGap>['kind'], Span['tone']> = {
  'none-yet': 'dim',
  diverged: 'bad',
  'validation-better': 'plain',
  narrow: 'good',
  wide: 'warning',
  overfitting: 'warning',
};

const labelWidth = 8;

/** Training and validation beside each other: three rows. */
function scores(
  { train, validation }: { train: Metrics; validation: Metrics },
  width: number,
): Row[] {
  const value = Math.min(10, Math.floor((width - labelWidth - 2) / 2));
  const line = (label: string, ...values: RowLike[]) =>
    joinColumns(
      [
        { row: [span(label, 'dim')], width: labelWidth },
        ...values.map((row) => ({ row, width: value, align: 'right' as const })),
      ],
      1,
    );
  const strong = (text: string) => [span(text, 'strong')];
  return [
    line('', [span('train', 'accent')], [span('validation', 'second')]),
    line('accuracy', percent(train.accuracy, 2), strong(percent(validation.accuracy, 2))),
    line('loss', decimal(train.loss), strong(decimal(validation.loss))),
  ];
}

function bestRow(best: number, epochs: number, { width, glyphs }: FigureOptions): Row {
  return fact('best', [span(`${glyphs.best} epoch ${best}`, 'good'), ` of ${epochs}`], width);
}

function runFacts(run: RunState, width: number): [string, string][] {
  const { request, trainSamples, validationSamples, engine, history, outcome } = run;
  const seconds = outcome?.seconds ?? history.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const perSecond = outcome?.imagesPerSecond ?? history.at(-1)?.imagesPerSecond ?? Number.NaN;
  const hasSamples = trainSamples > 0;
  return [
    ['data', sourceWords(request?.source ?? '-', width)],
    ['samples', hasSamples ? `${count(trainSamples)} + ${count(validationSamples)}` : '-'],
    ['recipe', request ? `${request.settings.recipe}, batch ${request.settings.batchSize}` : '-'],
    ['engine', engine ?? '-'],
    ['time', history.length > 0 ? duration(seconds) : '-'],
    ['rate', rate(perSecond, 'images')],
  ];
}

/** Of a long path the end tells more. */
function sourceWords(source: string, width: number): string {
  return cut(source, width - labelWidth - 1, { keep: 'end' });
}

/** On samples that no choice was made by. */
function testFact(card: ModelCard | undefined): [string, string][] {
  if (!card?.test) return [];
  const { accuracy, source } = card.test;
  return [['test', `${percent(accuracy, 2)} on ${source}`]];
}

function fact(label: string, value: RowLike, width: number): Row {
  return joinColumns(
    [
      { row: [span(label, 'dim')], width: labelWidth },
      { row: value, width: Math.max(0, width - labelWidth - 1) },
    ],
    1,
  );
}

function wrapped({ text, tone }: Span, width: number): Row[] {
  return wrapWords(text, width).map((line) => [span(line, tone)]);
}
