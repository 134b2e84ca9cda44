import { calibrate } from '../../core/analysis/calibration.js';
import { trainingGap } from '../../core/analysis/gap.js';
import { evaluatePredictions } from '../../core/metrics.js';
import type { Metrics } from '../../core/run/event.js';
import { count, decimal, percent, rate } from '../../ui/format.js';
import { facts, type Html, html, section, table } from '../html.js';
import { type ReportData, type ReportScores, scoredWords } from '../report-data.js';

/** The figures of the weights that were kept, and the gap between training and validation in words. */
export function figures({ run, card, scores }: ReportData): Html {
  const kept = run?.average?.improved
    ? { train: run.outcome?.train, validation: run.average.validation }
    : (run?.best ?? card?.training);
  return section(
    'figures',
    'Figures',
    kept ? trainingTable(kept, card) : html`<p class="dim">No epoch has left figures.</p>`,
    run ? html`<p>${trainingGap(run).words}</p>` : undefined,
    scores ? scoreFacts(scores) : undefined,
  );
}

function trainingTable(
  { train, validation }: { train?: Metrics; validation: Metrics },
  card: ReportData['card'],
): Html {
  const row = (words: string, metrics: Partial<Metrics>) => [
    words,
    decimal(metrics.loss ?? Number.NaN),
    percent(metrics.accuracy ?? Number.NaN, 2),
  ];
  return table(
    [
      { head: 'the weights that were kept' },
      { head: 'loss', align: 'right' },
      { head: 'accuracy', align: 'right' },
    ],
    [
      ...(train ? [row('training, measured while it went on', train)] : []),
      row('validation', validation),
      ...(card?.test
        ? [
            row(`test: ${count(card.test.count)} of ${card.test.source}`, {
              accuracy: card.test.accuracy,
            }),
          ]
        : []),
    ],
  );
}

function scoreFacts(scores: ReportScores): Html {
  const { labels, probabilities } = scores.samples;
  const { accuracy, macroAccuracy, loss } = evaluatePredictions(labels, probabilities);
  const { expectedError, largestError, brier } = calibrate(scores.samples);
  return html`<h3>${scores.model} on ${count(labels.length)} ${scoredWords(scores)}, scored for this report</h3>
${facts([
  ['accuracy', percent(accuracy, 2)],
  ['macro accuracy', percent(macroAccuracy, 2)],
  ['loss', decimal(loss)],
  [
    'calibration error',
    `${percent(expectedError, 2)} expected, ${percent(largestError, 1)} at worst`,
  ],
  ['Brier score', decimal(brier)],
  ['speed', rate(scores.imagesPerSecond, 'images')],
])}`;
}
