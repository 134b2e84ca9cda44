import { bestEpochOf } from '../../core/analysis/best-epoch.js';
import { mostConfused } from '../../core/analysis/cells.js';
import { coverageAt } from '../../core/analysis/coverage.js';
import { evaluatePredictions } from '../../core/metrics.js';
import { originWords } from '../../model/card-score.js';
import { count, duration, percent } from '../../ui/format.js';
import { type Html, html } from '../html.js';
import { type ReportData, type ReportScores, scoredWords } from '../report-data.js';

/** What a person would say of it in a few sentences. */
export function summary(data: ReportData): Html {
  const sentences = [...trainingSentences(data), ...scoreSentences(data.scores)];
  return html`<p class="summary">${sentences.join(' ')}</p>
${data.notes.map((sentence) => html`<p class="missing">${sentence}</p>\n`)}${data.missing.map((sentence) => html`<p class="missing"><strong>Missing:</strong> ${sentence}</p>\n`)}`;
}

function trainingSentences({ name, run, card }: ReportData): string[] {
  if (run?.request) {
    const { request, trainSamples, validationSamples } = run;
    const samples = `${count(trainSamples)} samples of ${request.source}`;
    const held = `${count(validationSamples)} held back for validation`;
    return [`${name} was trained on ${samples}, with ${held}.`, ...runSentences(run)];
  }
  if (!card) return [`Of ${name} no training is known.`];
  if (!card.training) return [`${name} was ${originWords(card)}; how it was trained is not known.`];
  const { data, epochs, seconds, bestEpoch, validation } = card.training;
  return [
    `${name} was trained on ${count(data.train)} samples of ${data.source}, with ${count(data.validation)} held back for validation.`,
    `It ran ${epochWords(epochs)} in ${duration(seconds)} and keeps the weights of epoch ${bestEpoch}, with a validation accuracy of ${percent(validation.accuracy, 2)}.`,
  ];
}

function runSentences(run: NonNullable<ReportData['run']>): string[] {
  const best = bestEpochOf(run);
  const seconds =
    run.outcome?.seconds ?? run.history.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const ran = `It ${endWords(run)} after ${epochWords(run.history.length)} in ${duration(seconds)}`;
  const failure = run.status === 'failed' && run.reason ? [`${run.reason}.`] : [];
  if (!best) return [`${ran}.`, ...failure];
  const { record } = best;
  const averaged = run.average?.improved
    ? ` The average of the last ${run.average.epochs} epochs' weights did better, ${percent(run.average.validation.accuracy, 2)}, and was kept.`
    : '';
  return [
    `${ran}; epoch ${record.epoch} was the best, with a validation accuracy of ${percent(record.validation.accuracy, 2)}.${averaged}`,
    ...failure,
  ];
}

function endWords({ status, outcome }: NonNullable<ReportData['run']>): string {
  switch (status) {
    case 'completed':
      return outcome?.reason === 'early-stopping'
        ? 'was stopped early, for want of gain,'
        : 'ended';
    case 'stopped':
      return 'was stopped by hand';
    case 'failed':
      return 'failed';
    default:
      return 'is under way,';
  }
}

function scoreSentences(scores: ReportScores | undefined): string[] {
  if (!scores || scores.samples.labels.length === 0) return [];
  const { labels, probabilities } = scores.samples;
  const { accuracy, confusion } = evaluatePredictions(labels, probabilities);
  const wrong = labels.length - Math.round(accuracy * labels.length);
  const [most] = mostConfused(confusion);
  const confused =
    most && most.count > 1
      ? `, most often a ${most.label} as a ${most.digit} (${count(most.count)} times)`
      : '';
  const kept = coverageAt(scores.samples, 0.9);
  const sure = `Answers with a confidence of at least 90 % are ${percent(kept.coverage)} of all, and ${percent(kept.accuracy, 2)} of those are right.`;
  return [
    `Of ${count(labels.length)} ${scoredWords(scores)} it reads ${percent(accuracy, 2)} right and ${count(wrong)} wrong${confused}.`,
    kept.kept > 0 ? sure : 'No answer has a confidence of 90 % or more.',
  ];
}

function epochWords(epochs: number): string {
  return epochs === 1 ? '1 epoch' : `${count(epochs)} epochs`;
}
