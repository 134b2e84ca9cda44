import type { ResumableRun } from '../../state/resumable-run.js';
import type { RunView } from '../../state/run-view.js';
import { bytes, count, decimal, duration, percent, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, Span } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { savedWords } from './control/saved-words.js';

/** A key and what it does. */
export type NextKey = readonly [key: string, words: string];

export interface SummaryOptions {
  width: number;
  glyphs: Glyphs;
  /** Keys to go on with, where they are not those of a run that has just ended. */
  nextKeys?: readonly NextKey[];
  /** Where it would go on, if it has ended before its time. */
  resumable?: ResumableRun;
}

/** What became of a run that has ended, and what to do next. */
export function summaryRows(
  view: RunView,
  { width, glyphs, resumable, nextKeys }: SummaryOptions,
): Row[] {
  const { run } = view;
  const resume = resumable ? [['R', resumeWords(resumable)] as const] : [];
  if (run.status === 'failed') {
    const reason = wrapWords(run.reason ?? '', width - 2);
    return [
      [span(` ${glyphs.cross} The run failed`, 'bad')],
      ...reason.map((line) => [span(` ${line}`)]),
      next([...resume, ...(nextKeys ?? [['Enter', 'back to the settings']])]),
    ];
  }
  const { outcome, best } = run;
  if (!outcome) return [];
  const figures = [
    duration(outcome.seconds),
    rate(outcome.imagesPerSecond, 'images'),
    `at most ${bytes(outcome.peakMemoryBytes)}`,
  ].join(', ');
  if (outcome.model === null || !best) {
    return [
      [span(` ${headline(view, glyphs)}: no epoch was finished, so no model is saved`, 'warning')],
      next([...resume, ...(nextKeys ?? [['Enter', 'new run']])]),
    ];
  }
  return [
    [span(` ${headline(view, glyphs)}`, 'good')],
    [
      span(` ${glyphs.best} best epoch ${best.epoch}`, 'strong'),
      span(
        `: validation accuracy ${percent(best.validation.accuracy, 2)}, loss ${decimal(best.validation.loss)}`,
      ),
    ],
    [span(' saved as '), span(`models/${outcome.model}`, 'strong'), span(`  ${figures}`, 'dim')],
    next([...(nextKeys ?? afterTraining), ...resume]),
  ];
}

const afterTraining: readonly NextKey[] = [
  ['Enter', 'new run'],
  ['3', 'try it in Recognition'],
];

function resumeWords(resumable: ResumableRun): string {
  return `resumes it: ${savedWords(resumable, Date.now())}`;
}

function headline({ run }: RunView, glyphs: Glyphs): string {
  const epochs = `${count(run.history.length)} ${run.history.length === 1 ? 'epoch' : 'epochs'}`;
  if (run.status === 'stopped') return `${glyphs.check} Stopped after ${epochs}`;
  const isEarly = run.outcome?.reason === 'early-stopping';
  return `${glyphs.check} ${isEarly ? `Finished early after ${epochs}: no gain any more` : `Finished: ${epochs}`}`;
}

function next(keys: readonly NextKey[]): Row {
  return keys.flatMap(([key, words], index): Span[] => [
    span(index === 0 ? ' ' : '   '),
    span(key, 'accent'),
    span(` ${words}`),
  ]);
}
