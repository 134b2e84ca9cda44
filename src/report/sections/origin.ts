import { dataWords } from '../../core/data-options.js';
import type { RunState } from '../../core/run/reducer.js';
import type { ImportFacts, ModelCard } from '../../model/card.js';
import { originWords } from '../../model/card-score.js';
import { bytes, count, duration, percent, rate } from '../../ui/format.js';
import { facts, type Html, html, section } from '../html.js';
import type { ReportData } from '../report-data.js';

/** What was asked, where it ran, and how it is made again. */
export function origin({ run, card }: ReportData): Html {
  return html`${section('settings', 'Settings', settings(run, card))}${environment(run, card)}${card ? modelCard(card) : undefined}`;
}

function settings(run: RunState | undefined, card: ModelCard | undefined): Html {
  const trained = card?.training;
  const asked = run?.request?.settings ?? trained?.settings;
  if (!asked && card)
    return html`<p class="dim">It was ${originWords(card)}: what it was trained with is not known.</p>`;
  if (!asked) return html`<p class="dim">What was asked of this run is not in its log.</p>`;
  return facts([
    ['data', dataOf(run, card)],
    ['test set', (run?.request?.data ?? trained?.data.options)?.test],
    ['samples', `${count(run?.trainSamples ?? trained?.data.train ?? 0)} to train on`],
    [
      'validation',
      `${count(run?.validationSamples ?? trained?.data.validation ?? 0)} held back (${percent(asked.validationSplit, 0)})`,
    ],
    ['recipe', asked.recipe],
    ['epochs at most', asked.epochs],
    ['batch size', asked.batchSize],
    ['learning rate', asked.learningRate],
    ['seed', asked.seed],
    ['balance', asked.balance],
  ]);
}

function dataOf(run: RunState | undefined, card: ModelCard | undefined): string | undefined {
  if (run?.request) return dataWords(run.request.source, run.request.data);
  const data = card?.training?.data;
  return data && dataWords(data.source, data.options);
}

function environment(run: RunState | undefined, card: ModelCard | undefined): Html {
  const outcome = run?.outcome;
  const trained = card?.training;
  return section(
    'environment',
    'Environment',
    facts([
      ['run', run?.id],
      ['began', run?.startedAt === undefined ? undefined : moment(run.startedAt)],
      ['ended as', run?.status],
      ['took', outcome ? duration(outcome.seconds) : trained && duration(trained.seconds)],
      ['engine', [run?.engine, trained?.engine].filter(Boolean).join(', ')],
      ['program', card?.program],
      ['training speed', outcome && rate(outcome.imagesPerSecond, 'images')],
      ['memory at most', outcome && bytes(outcome.peakMemoryBytes)],
    ]),
  );
}

function modelCard(card: ModelCard): Html {
  const { training, imported } = card;
  return section(
    'model',
    'Model card',
    facts([
      ['name', card.name],
      ['network', `${card.network}, ${count(card.parameters)} parameters`],
      ['made', moment(Date.parse(card.created))],
      ['epochs', training && `${training.epochs} run, weights of epoch ${training.bestEpoch}`],
      ['went on from', training?.from],
      ['imported from', imported && `${imported.file}, written by ${imported.by}`],
      ['as imported', imported?.check && checkWords(imported.check)],
      ['weights', bytes(card.weights.bytes)],
    ]),
    html`<p class="dim">SHA-256 of the weights: ${card.weights.sha256}</p>`,
    card.notes ? html`<p>${card.notes}</p>` : undefined,
    imported?.notes.map((note) => html`<p class="dim">${note}</p>`),
    training
      ? html`<h3>The command that makes it again</h3>
<pre>${training.command}</pre>`
      : undefined,
  );
}

function checkWords({ accuracy, count: samples, source }: NonNullable<ImportFacts['check']>) {
  return `${percent(accuracy, 2)} of ${count(samples)} of ${source}`;
}

/** 2026-11-23 22:10 UTC: the same for every reader. */
export function moment(time: number): string {
  return Number.isFinite(time)
    ? `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    : 'unknown';
}
