import { basename } from 'node:path';
import type { RunView } from '../../state/run-view.js';
import type { TrainingFormState } from '../../state/training-form-store.js';
import { count } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Span, span, type Tone } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import type { StagePart } from './stage-page.js';

interface WordOptions {
  width: number;
  glyphs: Glyphs;
}

/** Longer names would make all large words small. */
const longestLarge = 11;

/** What will be trained on, and which key starts it. */
export function formWords(
  { values, data }: Pick<TrainingFormState, 'values' | 'data'>,
  { problem, beside }: { problem?: string; beside?: Span },
  options: WordOptions,
): StagePart[] {
  const name = basename(values.source) || values.source;
  const source: StagePart =
    name.length <= longestLarge ? { large: name } : { lines: [[span(name, 'strong')]] };
  const trouble = data.status === 'failed' ? data.problem : problem;
  const samples =
    data.status === 'ready' ? [{ lines: [`${count(data.summary.count)} samples`] }] : [];
  return [
    source,
    { lines: [`${values.recipe} recipe, ${values.epochs} epochs`] },
    ...samples,
    ...(trouble ? [sentences(`${options.glyphs.cross} ${trouble}`, 'bad', options)] : []),
    ...(beside ? [sentences(beside.text, beside.tone, options)] : []),
    { large: [span('r', 'accent'), '  run'] },
  ];
}

/** A run that has no figures to show: it has not begun, or nothing came of it. */
export function runWords({ run }: RunView, options: WordOptions): StagePart[] {
  const newRun = { lines: [[span('Enter', 'accent'), span(' new run')]] };
  switch (run.status) {
    case 'failed':
      return [
        { large: [span('failed', 'bad')] },
        sentences(run.reason ?? '', 'strong', options),
        newRun,
      ];
    case 'stopped':
    case 'completed':
      return [
        { large: [span('stopped', 'warning')] },
        { lines: ['no epoch was finished, so no model is saved'] },
        newRun,
      ];
    default:
      return [{ large: 'loading' }, { lines: [[span('s', 'accent'), span(' cancels')]] }];
  }
}

function sentences(text: string, tone: Tone, { width }: WordOptions): StagePart {
  return { lines: wrapWords(text, width).map((line) => [span(line, tone)]) };
}
