import { hardestSamples } from '../core/analysis/cells.js';
import { errorLine, Problem } from '../core/problem.js';
import { emptyRun, isActive, type RunState, reduceRun } from '../core/run/reducer.js';
import type { HostClient } from '../host/client.js';
import { floatsFromBase64 } from '../host/floats.js';
import type {
  EngineChoice,
  ModelSummary,
  RunSummary,
  ScoreProgress,
  WeightsRef,
} from '../host/protocol.js';
import { programVersion } from '../host/workspace.js';
import type { ModelCard } from '../model/card.js';
import { digitNetwork, type Network } from '../model/network.js';
import type { ReportData } from './report-data.js';

/** What a report asks of the host. */
export type ReportHost = Pick<HostClient, 'listRuns' | 'listModels' | 'attachRun'> & {
  readonly analysis: Pick<HostClient['analysis'], 'score' | 'samples'>;
};

/** What a person named besides the run. */
interface Asked {
  /** Labelled samples to score, as the host knows them, instead of those that were held back in training. */
  data?: string;
  /** A model to score, instead of the weights that the run kept. */
  model?: string;
}

export interface CollectOptions extends Asked {
  engine?: EngineChoice;
  signal?: AbortSignal;
  onProgress?: (progress: ScoreProgress) => void;
}

/** What an imported model is scored on where nothing is named: no one knows what it was trained on. */
const ofImported = 'mnist:test';

/** Pictures of the report. */
const hardestShown = 24;

/**
 * Asks the host for all that a report is made of. What cannot be had is said in the report, unless
 * it was asked for by name.
 *
 * @throws Problem where there is neither a run nor a model of this name
 */
export async function collectReport(
  host: ReportHost,
  name: string,
  options: CollectOptions = {},
): Promise<ReportData> {
  const [runs, models] = await Promise.all([host.listRuns(), host.listModels()]);
  const cards = models.flatMap((model) => ('card' in model ? [model.card] : []));
  const summary = runs.find(({ id }) => id === name);
  const named = cards.find((card) => card.name === name);
  if (!summary && !named) throw unknown(name, runs, cards);
  const run = summary && (await runOf(host, summary));
  const card = run ? cards.find((each) => cameOf(each, run)) : named;
  const weights = options.model ? { model: options.model } : run ? { run: name } : { model: name };
  const data = options.data ?? (card && !card.training ? ofImported : undefined);
  const scored = await scoreOf(host, weights, { ...options, data });
  return {
    name,
    madeAt: Date.now(),
    program: `digitscope ${programVersion}`,
    run,
    card,
    network: networkOf(models, card?.name ?? run?.request?.from),
    ...scored,
    notes: notesOf(run?.request?.source ?? card?.training?.data.source, options),
    missing: [...missingOf(run, card), ...scored.missing],
  };
}

async function runOf(host: ReportHost, { id, status }: RunSummary): Promise<RunState> {
  const { events } = await host.attachRun(id);
  const state = events.reduce(reduceRun, emptyRun(id));
  const died = status === 'failed' && isActive(state);
  return { ...state, status, ...(died && { reason: 'Its log has no end: the host was ended' }) };
}

/** That of a model, or the one that is trained where no other is said. */
function networkOf(models: readonly ModelSummary[], name: string | undefined): Network {
  const model = models.find((each) => each.name === name);
  return model && 'network' in model ? model.network : digitNetwork;
}

/** A name may be used again for another model; its figures are those of one training. */
function cameOf(card: ModelCard, { outcome, request }: RunState): boolean {
  return (
    card.training !== undefined &&
    card.training.name === outcome?.model &&
    card.training.data.source === request?.source &&
    card.training.seconds === outcome.seconds
  );
}

function missingOf(run: RunState | undefined, card: ModelCard | undefined): string[] {
  if (!run && !card?.training) return ['the curves, as it was not trained here.'];
  if (!run) return ['the curves, as no run of this model is in this workspace.'];
  const model = run.outcome?.model;
  if (!model || card) return [];
  return [`the model card, as the model ${model} that this run saved is not there any more.`];
}

type Scored = Pick<ReportData, 'scores' | 'hardest' | 'missing'>;

async function scoreOf(
  host: ReportHost,
  weights: WeightsRef,
  options: CollectOptions,
): Promise<Scored> {
  try {
    return await askScores(host, weights, options);
  } catch (error) {
    const wasNamed = options.data !== undefined || options.model !== undefined;
    if (wasNamed || options.signal?.aborted || !(error instanceof Problem)) throw error;
    const reason = errorLine(error);
    return { hardest: [], missing: [`all scores of single samples: ${reason}.`] };
  }
}

async function askScores(
  { analysis: asking }: ReportHost,
  weights: WeightsRef,
  { data, engine, signal, onProgress }: CollectOptions,
): Promise<Scored> {
  const part = data === undefined ? 'validation' : 'all';
  const params = { weights, source: data, part, engine } as const;
  const answer = await asking.score(params, { signal, onProgress });
  const { analysis, name: model, source, imagesPerSecond } = answer;
  const samples = {
    labels: new Uint8Array(Buffer.from(answer.labels, 'base64')),
    probabilities: floatsFromBase64(answer.probabilities),
  };
  const indices = hardestSamples(samples, hardestShown);
  const found = await asking.samples({ analysis, indices });
  return {
    scores: { samples, model, source, part: answer.part, imagesPerSecond },
    hardest: found.samples.map(({ index, pixels, file }) => ({
      index,
      pixels: new Uint8Array(Buffer.from(pixels, 'base64')),
      file,
    })),
    missing: [],
  };
}

function notesOf(trainedOn: string | undefined, { data, model }: Asked): string[] {
  const isOwn = data !== undefined && data === trainedOn;
  return [
    ...(model ? [`The scores are those of ${model}, not of the weights of this run.`] : []),
    ...(isOwn ? ['The scores are over the samples that it was trained on as well.'] : []),
  ];
}

function unknown(name: string, runs: readonly RunSummary[], cards: readonly ModelCard[]): Problem {
  const names = [...new Set([...runs.map(({ id }) => id), ...cards.map((card) => card.name)])];
  return new Problem(`there is no run and no model ${name}`, {
    remedy: names.length > 0 ? `choose one of ${names.join(', ')}` : 'train one first',
  });
}
