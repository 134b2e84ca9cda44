import { join } from 'node:path';
import { errorLine, Problem } from '../core/problem.js';
import type { RunEvent, RunRequest } from '../core/run/event.js';
import { isActive, type RunState } from '../core/run/reducer.js';
import { stratifiedSplit } from '../core/split.js';
import { digitNetwork } from '../model/network.js';
import { initialWeights } from '../model/weights.js';
import { judge } from '../training/judge.js';
import { recipes } from '../training/recipe.js';
import { train } from '../training/train.js';
import type { Courtesy } from './courtesy.js';
import { type Datasets, requireTrainable } from './datasets.js';
import type { Engines } from './engines.js';
import { KeptWeights } from './kept-weights.js';
import type { EngineChoice, LoadProgress, RunSummary, StartRunParams } from './protocol.js';
import { cardOf, writeRunFile } from './run-files.js';
import { listRuns, RunLog, readRunEvents } from './run-log.js';
import { chooseModelName, chooseRunId } from './run-names.js';
import { validationTrail } from './validation-trail.js';
import type { Workspace } from './workspace.js';

/** Hears of a run as it goes. */
export interface RunListener {
  event: (run: string, event: RunEvent) => void;
  loading: (run: string, progress: LoadProgress) => void;
}

interface ActiveRun {
  id: string;
  request: RunRequest;
  engine?: EngineChoice;
  events: RunEvent[];
  listeners: Set<RunListener>;
  abort: AbortController;
  finished: Promise<void>;
}

/** The runs of a workspace: at most one is active, the others are logs. */
export class Runs {
  readonly #workspace: Workspace;
  readonly #engines: Engines;
  readonly #datasets: Datasets;
  readonly #courtesy: Courtesy;
  readonly #watchers = new Set<() => void>();
  #active?: ActiveRun;

  constructor(workspace: Workspace, engines: Engines, datasets: Datasets, courtesy: Courtesy) {
    this.#workspace = workspace;
    this.#engines = engines;
    this.#datasets = datasets;
    this.#courtesy = courtesy;
  }

  get isActive(): boolean {
    return this.#active !== undefined;
  }

  /**
   * Gives the run its place and sets it going; what follows is told to the listener.
   *
   * @returns the run's id
   */
  async start(params: StartRunParams, listener: RunListener): Promise<string> {
    if (this.#active) {
      throw new Problem(`run ${this.#active.id} is under way`, { remedy: 'stop it first' });
    }
    const name = await chooseModelName(params, this.#workspace.models);
    const id = await chooseRunId(name, this.#workspace.runs);
    const log = await RunLog.create(this.#workspace.runs, id);
    const active: ActiveRun = {
      id,
      request: { source: params.source, data: params.data, name, settings: params.settings },
      engine: params.engine,
      events: [],
      listeners: new Set([listener]),
      abort: new AbortController(),
      finished: Promise.resolve(),
    };
    this.#active = active;
    active.finished = this.#run(active, log).finally(() => {
      this.#active = undefined;
      this.#tellChange();
    });
    this.#tellChange();
    return id;
  }

  /** @returns the events so far; the listener hears those that follow */
  async attach(run: string, listener: RunListener): Promise<RunEvent[]> {
    if (this.#active?.id !== run) return this.#pastEvents(run);
    this.#active.listeners.add(listener);
    return [...this.#active.events];
  }

  /** Ends the active run where nobody listens any more. */
  detach(listener: RunListener): void {
    const active = this.#active;
    if (active?.listeners.delete(listener) && active.listeners.size === 0) active.abort.abort();
  }

  /** Ends a run after the step under way; resolves when its best weights are saved. */
  async stop(run: string): Promise<void> {
    if (this.#active?.id !== run) return;
    this.#active.abort.abort();
    await this.#active.finished;
  }

  async stopAll(): Promise<void> {
    if (this.#active) await this.stop(this.#active.id);
  }

  /**
   * Calls the watcher when a run begins, and when one has ended and can be listed as such.
   *
   * @returns what ends it
   */
  onChange(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #tellChange(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** All runs, the newest first. */
  async list(): Promise<RunSummary[]> {
    return (await listRuns(this.#workspace.runs)).map((state) => this.#summarise(state));
  }

  async #run(active: ActiveRun, log: RunLog): Promise<void> {
    const tell = async (event: RunEvent) => {
      active.events.push(event);
      for (const listener of active.listeners) listener.event(active.id, event);
      await log.append(event);
    };
    try {
      await writeRunFile(log.folder, active.request, active.engine ?? 'any');
      for await (const event of this.#events(active, log.folder)) await tell(event);
    } catch (error) {
      const { id: run, abort } = active;
      const at = Date.now();
      await tell(
        abort.signal.aborted
          ? stoppedEarly(run, at)
          : { type: 'failed', at, run, ...toFailure(error) },
      );
      if (!(error instanceof Problem) && !abort.signal.aborted) console.error(error);
    } finally {
      await log.close();
    }
  }

  async *#events({ id, request, engine: choice, abort, listeners }: ActiveRun, folder: string) {
    const { settings } = request;
    const dataset = await this.#datasets.loadFor(request, {
      signal: abort.signal,
      onProgress: (progress) => {
        for (const listener of listeners) listener.loading(id, progress);
      },
    });
    requireTrainable(dataset);
    const split = stratifiedSplit(dataset.labels, settings.validationSplit, settings.seed);
    const engine = await this.#engines.get(choice);
    const recipe = recipes[settings.recipe];
    const weights = initialWeights(digitNetwork, settings.seed);
    const trainer = await engine.createTrainer(digitNetwork, weights, {
      seed: settings.seed,
      weightDecay: recipe.weightDecay,
    });
    const kept = new KeptWeights(folder);
    try {
      yield* train({
        run: id,
        request,
        recipe,
        engine: engine.kind,
        trainer: this.#courtesy.behind(trainer),
        dataset,
        split,
        signal: abort.signal,
        now: Date.now,
        memoryBytes: () => process.memoryUsage.rss(),
        saveCheckpoint: (best) => kept.writeBest(best),
        keepEpoch: (weights, epoch) => kept.writeEpoch(epoch, weights),
        saveModel: async (best, outcome) => {
          const { validation } = split;
          await trainer.writeWeights(best);
          const facts = {
            engine: engine.version,
            train: split.train.length,
            validation: validation.length,
            ...(await judge(trainer, { dataset, validation, seed: settings.seed })),
          };
          await this.#workspace.models.save(cardOf(request, outcome, facts), best);
          return request.name;
        },
      });
    } finally {
      trainer.dispose();
    }
  }

  async #pastEvents(run: string): Promise<RunEvent[]> {
    return readRunEvents(this.#workspace.runs, run).catch((cause) => {
      throw new Problem(`there is no run ${run} in ${join(this.#workspace.root, 'runs')}`, {
        remedy: 'choose one of the runs that are there',
        cause,
      });
    });
  }

  /** A log that ends without an end, of a run that is not active, is of a host that died. */
  #summarise(state: RunState): RunSummary {
    const { id, request, startedAt, epoch, best } = state;
    const died = isActive(state) && id !== this.#active?.id;
    return {
      id,
      status: died ? 'failed' : state.status,
      request,
      startedAt,
      epoch,
      best,
      validationTrail: validationTrail(state),
    };
  }
}

function toFailure(error: unknown): { reason: string; remedy: string } {
  return error instanceof Problem
    ? { reason: error.message, remedy: error.remedy }
    : { reason: errorLine(error), remedy: 'this is a defect, please report it' };
}

/** A run that was ended while its data was still being loaded. */
function stoppedEarly(run: string, at: number): RunEvent {
  const none = { loss: Number.NaN, accuracy: Number.NaN };
  return {
    type: 'stopped',
    at,
    run,
    model: null,
    epochs: 0,
    bestEpoch: 0,
    seconds: 0,
    train: none,
    validation: none,
    imagesPerSecond: Number.NaN,
    peakMemoryBytes: process.memoryUsage.rss(),
  };
}
