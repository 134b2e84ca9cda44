import { isEpochKept } from '../../../core/run/kept-epochs.js';
import { isActive, type RunState } from '../../../core/run/reducer.js';
import type { EpochScore } from '../../../state/live/training-demo-store.js';
import { percent } from '../../../ui/format.js';
import { type Row, span } from '../../../ui/rows.js';
import { aDigit } from './a-digit.js';

export interface EpochRowsOptions {
  run: Pick<RunState, 'history' | 'keptEpoch' | 'status'>;
  scores: ReadonlyMap<number, EpochScore>;
  /** Of the ink that is on the canvas; undefined where there is none. */
  version: number | undefined;
  /** Rows at most: the last epochs. */
  height: number;
}

/** One row an epoch: how well it reads, and what it makes of the drawing. */
export function epochRows({ run, scores, version, height }: EpochRowsOptions): Row[] {
  const shown = height > 0 ? run.history.slice(-height) : [];
  return shown.map(({ epoch, validation }) => {
    const score = scores.get(epoch);
    const figure = `epoch ${epoch}: ${percent(validation.accuracy)}`;
    if (version === undefined) return [span(figure)];
    if (!score) return [span(figure), span(`, ${whyNone(run, epoch)}`, 'dim')];
    const before = scores.get(epoch - 1)?.answer.digit;
    const isOther = before !== undefined && before !== score.answer.digit;
    // What was said of an older state of the drawing is soon said anew.
    const tone = score.version !== version ? 'dim' : isOther ? 'accent' : 'plain';
    return [span(`${figure}, `), span(opinion(score), tone)];
  });
}

/** Of a long run not every epoch's weights are kept, and of an old one those of none. */
function whyNone({ keptEpoch = 0, status }: EpochRowsOptions['run'], epoch: number): string {
  const isKept = epoch <= keptEpoch && isEpochKept(epoch, keptEpoch);
  const isToCome = epoch > keptEpoch && isActive({ status });
  return isKept || isToCome ? 'reading your drawing' : 'its weights are not kept';
}

function opinion({ answer }: EpochScore): string {
  if (answer.seen.blank) return 'your drawing has no ink';
  const { digit, confidence, rejected } = answer;
  const share = `(${percent(confidence, 0)})`;
  return rejected
    ? `unsure, perhaps ${aDigit(digit)} ${share}`
    : `your drawing is ${aDigit(digit)} ${share}`;
}
