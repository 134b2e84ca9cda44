import type { RunState } from '../../core/run/reducer.js';
import type { RunView } from '../../state/run-view.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';

/** The one figure that the room reads, and the words above it that say what it is. */
export function accuracyOf(
  { run, train }: Pick<RunView, 'run' | 'train'>,
  glyphs: Glyphs,
): { share: number; words: Row } {
  const last = run.history.at(-1);
  if (!last) {
    const share = train?.accuracy ?? Number.NaN;
    return { share, words: [span('training accuracy so far', 'strong')] };
  }
  if (run.outcome) {
    return {
      share: run.outcome.validation.accuracy,
      words: [
        span('validation accuracy of what is saved', 'strong'),
        span(`   ${glyphs.best} epoch ${run.outcome.bestEpoch}`, 'good'),
      ],
    };
  }
  const { best } = run;
  const mark =
    best === last
      ? span(`   ${glyphs.best} best so far`, 'good')
      : span(
          best
            ? `   ${glyphs.best} ${percent(best.validation.accuracy, 2)} in epoch ${best.epoch}`
            : '',
        );
  return { share: last.validation.accuracy, words: [span('validation accuracy', 'strong'), mark] };
}

/** Validation takes the last twentieth of an epoch, near enough for both engines. */
const trainShare = 0.95;

/** How far a run is, 0..1. */
export function runFraction({ history, epoch, progress }: RunState, epochs: number): number {
  const { step = 0, steps = 0, phase = 'train' } = progress ?? {};
  const part = steps > 0 ? step / steps : 0;
  const within = phase === 'train' ? part * trainShare : trainShare + part * (1 - trainShare);
  // Between the end of an epoch and the first step of the next one there is no progress.
  const underWay = epoch > history.length ? within : 0;
  return epochs > 0 ? (history.length + underWay) / epochs : 0;
}
