import { isActive } from '../../core/run/reducer.js';
import { originWords } from '../../model/card-score.js';
import type { RunHistory } from '../../state/analytics/analytics-store.js';
import type { Subject } from '../../state/analytics/subject.js';
import { type Span, span } from '../../ui/rows.js';

/** Why there is nothing to draw, a sentence a piece; undefined where there are curves. */
export function whyNoCurves({ name, card }: Subject, history: RunHistory): Span[] | undefined {
  switch (history.status) {
    case 'loading':
      return [span('reading the log of the run', 'dim')];
    case 'failed':
      return [span(history.problem, 'bad')];
    case 'none':
      if (card && !card.training) {
        return [
          span(`${name} was ${originWords(card)}, so there is nothing to draw.`),
          span('Scores (Tab) tells how it reads; fine-tuning it in Models makes a run.', 'dim'),
        ];
      }
      return [
        span(`The run that made ${name} is not here, so there is nothing to draw.`),
        span(
          'It was trained elsewhere, or its folder in runs/ is gone. Its card keeps the figures at the right.',
          'dim',
        ),
        span('A run of your own fills this: 2 opens Training, r starts one.', 'dim'),
      ];
    case 'ready': {
      const { run } = history;
      if (run.history.length > 0 || isActive(run)) return undefined;
      return [
        span('No epoch was finished, so there is nothing to draw.'),
        span('2 opens Training, r starts another run.', 'dim'),
      ];
    }
  }
}
