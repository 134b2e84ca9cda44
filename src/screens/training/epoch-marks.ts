import type { EpochRecord, RunMark, RunState } from '../../core/run/reducer.js';
import type { ChartMark } from '../../ui/components/line-chart.js';
import type { Glyphs } from '../../ui/glyphs.js';

/** A sign below a chart of epochs, with what its note calls it. */
export interface EpochMark extends ChartMark {
  words: string;
}

/**
 * The best epoch, the first whose loss is no number, those in which people did something to the run, and those from
 * which on the learning rate was another by itself. What matters most comes first.
 */
export function epochMarks(run: RunState, glyphs: Glyphs): EpochMark[] {
  const { history, best, marks } = run;
  const lost = history.find(
    ({ train, validation }) => !Number.isFinite(train.loss + validation.loss),
  );
  return [
    ...(best ? [mark(best.epoch, glyphs.best, 'good', 'best')] : []),
    ...(lost ? [mark(lost.epoch, glyphs.cross, 'bad', 'no number')] : []),
    ...personalMarks(marks, glyphs),
    ...rateChanges(run).map(({ epoch }) => mark(epoch, glyphs.down, 'warning', 'learning rate')),
  ];
}

/** One sign an epoch: a pause ends in most cases where it began, and a change matters more. */
function personalMarks(marks: readonly RunMark[], glyphs: Glyphs): EpochMark[] {
  const drawn = new Map<number, EpochMark>();
  for (const kind of ['change', 'pause', 'resume'] as const) {
    for (const { epoch, kind: done } of marks) {
      // What is done before the first epoch is drawn at its end, as all of it is.
      const x = Math.max(1, epoch);
      if (kindOf[done] !== kind || drawn.has(x)) continue;
      drawn.set(x, mark(x, glyphs[kind], 'accent', words[kind]));
    }
  }
  return [...drawn.values()];
}

const kindOf = {
  'learning-rate': 'change',
  epochs: 'change',
  paused: 'pause',
  resumed: 'resume',
} as const;

const words = { change: 'changed', pause: 'paused', resume: 'resumed' } as const;

/** A schedule that moves with every epoch has no change to mark, and what a person changed is marked already. */
function rateChanges({ history, marks }: RunState): readonly EpochRecord[] {
  return history.filter((record, index) => {
    const [before, earlier] = [history[index - 1], history[index - 2]];
    const hasHeld = earlier !== undefined && earlier.learningRate === before.learningRate;
    if (!hasHeld || record.learningRate === before.learningRate) return false;
    return !marks.some(
      (each) =>
        each.kind === 'learning-rate' &&
        (each.epoch === record.epoch || each.epoch + 1 === record.epoch),
    );
  });
}

function mark(x: number, text: string, tone: EpochMark['tone'], said: string): EpochMark {
  return { x, text, tone, words: said };
}
