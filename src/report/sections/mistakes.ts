import { mostConfused } from '../../core/analysis/cells.js';
import { evaluatePredictions } from '../../core/metrics.js';
import { count, percent } from '../../ui/format.js';
import { type Html, html, section, table } from '../html.js';
import type { ReportScores } from '../report-data.js';
import { confusionMap } from '../svg/confusion-map.js';

const pairsShown = 10;

/** Which digits are taken for which, and how each is read. */
export function mistakes({ samples }: ReportScores): Html {
  const { confusion, perClass } = evaluatePredictions(samples.labels, samples.probabilities);
  const pairs = mostConfused(confusion);
  const shown = pairs.slice(0, pairsShown);
  const list = html`<h3>Most frequent mistakes</h3>
${
  shown.length > 0
    ? table(
        [{ head: 'label' }, { head: 'read as', align: 'right' }, { head: 'times', align: 'right' }],
        shown.map((pair) => [pair.label, pair.digit, count(pair.count)]),
      )
    : html`<p>None: all answers are right.</p>`
}${pairs.length > shown.length ? html`<p class="dim">${pairs.length - shown.length} more pairs are rarer.</p>` : undefined}`;
  const right = 'right' as const;
  return html`${section(
    'confusion',
    'Confusion matrix',
    html`<div class="pair"><figure>${confusionMap(confusion)}<figcaption>Labels in rows, answers in columns. Colour says the share of the row; mistakes are drawn stronger than their share, or they could not be seen.</figcaption></figure><div>${list}</div></div>`,
  )}${section(
    'digits',
    'Digit by digit',
    table(
      [
        { head: 'digit' },
        { head: 'samples', align: right },
        { head: 'precision', align: right },
        { head: 'recall', align: right },
        { head: 'F1', align: right },
      ],
      perClass.map(({ digit, precision, recall, f1, ...score }) => [
        digit,
        count(score.count),
        percent(precision, 2),
        percent(recall, 2),
        percent(f1, 2),
      ]),
    ),
    html`<p class="dim">Precision: of the answers with this digit, those that are right. Recall: of the samples of this digit, those that are read right. F1: their harmonic mean. A dash is a figure without samples.</p>`,
  )}`;
}
