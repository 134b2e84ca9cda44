import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { classWeights } from '../../core/class-weights.js';
import { evaluatePredictions } from '../../core/metrics.js';
import { Problem } from '../../core/problem.js';
import type { RunEvent, RunOutcome } from '../../core/run/event.js';
import { type Split, stratifiedSplit } from '../../core/split.js';
import type { Dataset } from '../../dataset/dataset.js';
import type { Engine, Trainer } from '../../engine/engine.js';
import type { ModelCard } from '../../model/card.js';
import type { Network } from '../../model/network.js';
import { initialWeights, type Weights } from '../../model/weights.js';
import { judge } from '../../training/judge.js';
import { recipes } from '../../training/recipe.js';
import type { SavedTraining } from '../../training/saved-training.js';
import { train } from '../../training/train.js';
import type { Courtesy } from '../courtesy.js';
import { type Datasets, requireTrainable } from '../datasets.js';
import type { Engines } from '../engines.js';
import { KeptWeights } from '../kept-weights.js';
import type { Workspace } from '../workspace.js';
import type { ActiveRun } from './active-run.js';
import { fingerprintOf } from './fingerprint.js';
import { cardOf } from './run-files.js';
import { eventsFile } from './run-log.js';
import { readRunNetwork, writeRunNetwork } from './run-network.js';
import { StateFile } from './saved-state.js';

/** What a run is performed with. */
export interface RunServices {
  workspace: Workspace;
  engines: Engines;
  datasets: Datasets;
  courtesy: Courtesy;
}

/** A run from its data to its model, event by event; what it keeps lies in its folder. */
export async function* performRun(
  active: ActiveRun,
  services: RunServices,
): AsyncGenerator<RunEvent> {
  const { id, request, control } = active;
  const { settings } = request;
  const dataset = await services.datasets.loadFor(request, {
    signal: control.signal,
    onProgress: (progress) => active.loading(progress),
  });
  requireTrainable(dataset);
  // Looked at before hours are spent, although it is needed at the end.
  const held = request.data?.test;
  const test =
    held === undefined
      ? undefined
      : await services.datasets.load(held, {
          signal: control.signal,
          onProgress: (progress) => active.loading(progress),
        });
  const split = stratifiedSplit(dataset.labels, settings.validationSplit, settings.seed);
  const engine = await services.engines.get(active.engine);
  const recipe = recipes[settings.recipe];
  const { network, weights } = await beginning(active, services);
  const weighted = settings.balance === 'class-weights';
  const trainer = await engine.createTrainer(network, weights, {
    seed: settings.seed,
    weightDecay: recipe.weightDecay,
    classWeights: weighted ? classWeights(labelsOf(dataset, split.train)) : undefined,
  });
  const keeping = new Keeping(active, services, { network, engine, trainer, dataset, split, test });
  try {
    const saved = active.resumed && (await keeping.readState());
    yield* train({
      run: id,
      request,
      recipe,
      engine: engine.kind,
      trainer: services.courtesy.behind(trainer),
      dataset,
      split,
      control,
      resume: saved && { saved, by: active.resumed?.by },
      now: Date.now,
      memoryBytes: () => process.memoryUsage.rss(),
      saveCheckpoint: (best) => keeping.writeBest(best),
      keepEpoch: (after, epoch) => keeping.writeEpoch(after, epoch),
      saveState: (state) => keeping.writeState(state),
      saveModel: (best, outcome) => keeping.saveModel(best, outcome),
    });
  } finally {
    trainer.dispose();
  }
}

function labelsOf({ labels }: Dataset, indices: Uint32Array): Uint8Array {
  return Uint8Array.from(indices, (index) => labels[index]);
}

/** What the run begins with: fresh weights, or a model's. One that goes on gets its own in place of them. */
async function beginning(
  { request, log, resumed }: ActiveRun,
  { workspace }: RunServices,
): Promise<{ network: Network; weights: Weights }> {
  if (request.from === undefined || resumed) {
    const network = await readRunNetwork(log.folder);
    return { network, weights: initialWeights(network, request.settings.seed) };
  }
  const { network, weights } = await workspace.models.load(request.from);
  await writeRunNetwork(log.folder, network);
  return { network, weights };
}

interface Parts {
  network: Network;
  engine: Engine;
  trainer: Trainer;
  dataset: Dataset;
  split: Split;
  /** Samples that were held out. */
  test?: Dataset;
}

/** What a run leaves on the disk. Where there is no room, it waits for some. */
class Keeping {
  readonly #active: ActiveRun;
  readonly #services: RunServices;
  readonly #parts: Parts;
  readonly #kept: KeptWeights;
  readonly #state: StateFile;
  readonly #data: string;

  constructor(active: ActiveRun, services: RunServices, parts: Parts) {
    const { folder } = active.log;
    this.#active = active;
    this.#services = services;
    this.#parts = parts;
    this.#kept = new KeptWeights(folder, parts.network);
    this.#state = new StateFile(folder, parts.network);
    this.#data = fingerprintOf(parts.dataset);
  }

  writeBest(weights: Weights): Promise<string> {
    return this.#write(() => this.#kept.writeBest(weights));
  }

  writeEpoch(weights: Weights, epoch: number): Promise<string> {
    return this.#write(() => this.#kept.writeEpoch(epoch, weights));
  }

  /** The log is made safe first: what goes on from a state must find all that led to it. */
  async writeState(saved: SavedTraining): Promise<void> {
    const { log } = this.#active;
    await this.#write(() => log.sync());
    await this.#write(() => this.#state.write({ saved, data: this.#data }));
  }

  /** @throws Problem where nothing was saved, or the samples are not those that it has seen */
  async readState(): Promise<SavedTraining> {
    const { saved, data } = await this.#state.read();
    if (data !== this.#data) {
      throw new Problem(`the samples of ${this.#active.request.source} are not those of this run`, {
        remedy: 'bring back what has changed, or train another like it',
      });
    }
    // The file may hold the best of an epoch that is done again.
    if (saved.best) await this.writeBest(saved.best);
    return saved;
  }

  async saveModel(best: Weights, outcome: Omit<RunOutcome, 'model'>): Promise<string> {
    const { network, engine, trainer, dataset, split } = this.#parts;
    const { request, state } = this.#active;
    const { validation } = split;
    await trainer.writeWeights(best);
    const card = cardOf(state.request ?? request, outcome, {
      network,
      engine: engine.version,
      train: split.train.length,
      validation: validation.length,
      test: await this.#test(),
      ...(await judge(trainer, { dataset, validation, seed: request.settings.seed })),
    });
    const { models } = this.#services.workspace;
    const { name, taken } = await this.#place();
    await this.#write(() => models.save({ ...card, name }, best, { network, taken }));
    return name;
  }

  /** How the weights that the trainer has now read samples that were held out. */
  async #test(): Promise<ModelCard['test']> {
    const { test, trainer } = this.#parts;
    if (!test) return undefined;
    const { source, images, labels } = test;
    const { accuracy } = evaluatePredictions(labels, await trainer.classify(images));
    return { source, count: labels.length, accuracy };
  }

  /** A run that goes on makes its model anew; a name that somebody else has taken meanwhile is left alone. */
  async #place(): Promise<{ name: string; taken: 'refuse' | 'replace' }> {
    const { request, events } = this.#active;
    const { models } = this.#services.workspace;
    const made = events.findLast(({ type }) => type === 'stopped');
    if (made?.type === 'stopped' && made.model !== null) {
      return { name: made.model, taken: 'replace' };
    }
    return { name: await models.freeName(request.name), taken: 'refuse' };
  }

  /** What a run keeps goes where its log is: where that was taken away, nothing is made anew. */
  #write<Written>(work: () => Promise<Written>): Promise<Written> {
    return this.#active.room.write(async () => {
      if (existsSync(join(this.#active.log.folder, eventsFile))) return work();
      throw new Problem(`the folder of run ${this.#active.id} is gone`, {
        remedy: 'train another one',
      });
    });
  }
}
