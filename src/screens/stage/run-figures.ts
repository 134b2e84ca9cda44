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
