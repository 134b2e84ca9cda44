import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { decimal, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, span } from '../../ui/rows.js';
import { type ChartView, epochAtCursor } from '../training/chart-view.js';
import { markWords } from '../training/mark-words.js';

/** The line below the curves: what happened in the epoch that is read, or how one is read. */
export function epochLine(run: RunState, charts: ChartView, glyphs: Glyphs): Row {
  if (run.history.length === 0) return [];
  const record = epochAtCursor(run, charts);
  if (!record) return hint(glyphs);
  const words = epochWords(run, record.epoch, glyphs).join('; ') || 'nothing out of the ordinary';
  return [span(` epoch ${record.epoch}: `, 'strong'), span(words)];
}

/** Of these keys the footer of a narrow terminal has no room to tell. */
function hint({ left, right }: Glyphs): Row {
  const keys = [
    [`${left} ${right}`, 'read the epochs'],
    ['j k', 'other chart'],
    ['f', 'large'],
    ['g', 'log axis'],
    ['e', 'report'],
  ];
  return keys.flatMap(([key, words]) => [span(` ${key}`, 'accent'), span(` ${words}  `, 'dim')]);
}

/** What happened in an epoch, each in a few words; nothing where it was one like the others. */
export function epochWords(
  { history, best, status, outcome, reason, average, marks }: RunState,
  epoch: number,
  glyphs: Glyphs,
): string[] {
  const index = history.findIndex((record) => record.epoch === epoch);
  const [record, before] = [history[index], history[index - 1]];
  if (!record) return [];
  const isChangedByHand = marks.some(
    (mark) => mark.kind === 'learning-rate' && mark.epoch === epoch,
  );
  const isLast = index === history.length - 1;
  const words = [
    isChangedByHand ? undefined : learningRateWords(record, before),
    !Number.isFinite(record.validation.loss) || !Number.isFinite(record.train.loss)
      ? 'the loss is no number'
      : undefined,
    best?.epoch === epoch ? 'the best validation loss: its weights were kept' : undefined,
    ...markWords(marks, epoch, glyphs),
    isLast && average
      ? `then the weights of the last ${average.epochs} epochs were averaged: ${percent(average.validation.accuracy, 2)}, ${average.improved ? 'kept' : 'not kept'}`
      : undefined,
    isLast && outcome?.reason === 'early-stopping'
      ? 'early stopping: validation gained no more'
      : undefined,
    isLast && status === 'stopped' ? 'the run was stopped here' : undefined,
    isLast && status === 'failed' ? `the run failed here: ${reason ?? ''}` : undefined,
  ];
  return words.filter((word) => word !== undefined);
}

/** A schedule that moves with every epoch is said too: the value is what counts then. */
function learningRateWords(
  record: EpochRecord,
  before: EpochRecord | undefined,
): string | undefined {
  if (!before || before.learningRate === record.learningRate) return undefined;
  const [from, to] = [before.learningRate, record.learningRate].map((rate) => decimal(rate, 6));
  return `learning rate ${from} to ${to}`;
}
