import { join } from 'node:path';
import { Problem } from '../../core/problem.js';
import type { RunEvent, RunRequest } from '../../core/run/event.js';
import { isActive } from '../../core/run/reducer.js';
import type { Ending } from '../../training/control.js';
import type {
  ChangeRunParams,
  DescribeRunParams,
  EngineChoice,
  ResumedRun,
  RunSummary,
  StartRunParams,
} from '../protocol.js';
import { ActiveRun, type RunListener } from './active-run.js';
import { carryOut } from './carry-out.js';
import type { RunServices } from './perform-run.js';
import { RunArchive } from './run-archive.js';
import { writeRunFile } from './run-files.js';
import { RunLog } from './run-log.js';
import { chooseModelName, chooseRunId } from './run-names.js';
import { type RunPlace, resumptionOf } from './summary.js';
import { WaitingRuns } from './waiting-runs.js';

/** The runs of a workspace: at most one is under way, some wait for their turn, the others are logs. */
export class Runs {
  readonly #services: RunServices;
  readonly #folder: string;
  readonly #archive: RunArchive;
  readonly #waiting: WaitingRuns;
  readonly #watchers = new Set<() => void>();
  #active?: ActiveRun;
  /** The host is about to end: nothing new begins. */
  #isLeaving = false;
  #finished = Promise.resolve();
  /** What gives a run its place goes one after the other. */
  #placing: Promise<unknown> = Promise.resolve();

  constructor(services: RunServices) {
    this.#services = services;
    this.#folder = services.workspace.runs;
    this.#archive = new RunArchive(this.#folder);
    this.#waiting = new WaitingRuns(this.#folder, this.#archive);
  }

  /** Takes up the queue of a host before; nothing begins where a person has paused a run. */
  open(): Promise<void> {
    return this.#place(async () => {
      await this.#archive.sweep();
      await this.#waiting.open();
      const isPaused = (await this.#archive.list()).some(({ state }) => state.status === 'paused');
      if (!isPaused) await this.#next();
    });
  }

  /** Whether the host has work: a run that a person has paused can be taken up by another host. */
  get isActive(): boolean {
    return this.#active !== undefined && !this.#active.isHeld;
  }

  /**
   * Gives a run its place and sets it going, or lets it wait for its turn.
   *
   * @param listener hears of it
   * @returns the run's id
   */
  start(params: StartRunParams, listener: RunListener): Promise<string> {
    return this.#place(async () => {
      const { source, settings, data, from, sweep, engine } = params;
      await this.#untilOver();
      if (params.when !== 'queued') this.#requireFree();
      const promised = await this.#promisedNames();
      const { models } = this.#services.workspace;
      const name = await chooseModelName(params, { models, promised });
      const shelved = await this.#archive.shelved();
      const id = await chooseRunId(name, { runs: this.#folder, shelved });
      const request: RunRequest = { source, name, settings, data, from, sweep };
      await writeRunFile(join(this.#folder, id), request, engine);
      if (this.#active) {
        await this.#waiting.add(id, listener);
      } else {
        const log = await RunLog.create(this.#folder, id);
        this.#begin(new ActiveRun({ id, request, engine, log, listeners: [listener] }));
      }
      this.#tellChange();
      return id;
    });
  }

  /** @returns the events so far; the listener hears those that follow */
  async attach(run: string, listener: RunListener): Promise<RunEvent[]> {
    if (this.#active?.id === run) {
      this.#active.listeners.add(listener);
      return this.#active.events;
    }
    if (this.#waiting.has(run)) {
      this.#waiting.listen(run, listener);
      return [];
    }
    return this.#archive.events(run);
  }

  /** The listener hears no more of a run, or of any where none is named; what runs goes on. */
  detach(listener: RunListener, run?: string): void {
    if (run === undefined || run === this.#active?.id) this.#active?.listeners.delete(listener);
    this.#waiting.forget(listener, run);
  }

  /** Ends a run after the step under way, or takes one out of the queue; resolves when that is done. */
  async stop(run: string, ending: Ending = { how: 'save' }): Promise<void> {
    if (this.#active?.id === run) {
      this.#active.control.end(ending);
      await this.#finished;
    } else if (this.#waiting.has(run)) {
      await this.#waiting.remove(run);
      this.#tellChange();
    }
  }

  /** Ends what is under way, with its best weights saved; what waits stays where it is. */
  async stopAll(): Promise<void> {
    this.#isLeaving = true;
    if (this.#active) await this.stop(this.#active.id);
  }

  /** Resolves when the run is held and what a resume needs is on the disk. */
  async pause(run: string, by?: string): Promise<void> {
    await this.#requireActive(run).pause(by);
    this.#tellChange();
  }

  /** Lets a run go on that is paused, or that is only a log; the listener hears of it. */
  async resume(
    run: string,
    { by, engine, listener }: { by?: string; engine?: EngineChoice; listener: RunListener },
  ): Promise<ResumedRun> {
    if (this.#active?.id !== run) {
      return this.#place(() => this.#resumeLog(run, { by, engine, listener }));
    }
    this.#active.listeners.add(listener);
    this.#active.resume(by);
    this.#tellChange();
    return {};
  }

  change({ run, ...change }: ChangeRunParams, by?: string): void {
    this.#requireActive(run).change({ ...change, by });
  }

  async describe({ run, ...about }: DescribeRunParams): Promise<void> {
    await this.#archive.describe(run, about);
    this.#tellChange();
  }

  async remove(run: string): Promise<void> {
    if (run === this.#active?.id || this.#waiting.has(run)) {
      throw new Problem(`run ${run} is not over`, { remedy: 'stop it first' });
    }
    await this.#archive.remove(run);
    this.#tellChange();
  }

  async restore(run: string): Promise<void> {
    await this.#archive.restore(run);
    this.#tellChange();
  }

  /** Gives a run that waits another place, from 1. */
  async move(run: string, place: number): Promise<void> {
    if (!this.#waiting.has(run)) {
      throw new Problem(`run ${run} does not wait`, { remedy: 'choose one of the queue' });
    }
    await this.#waiting.move(run, place);
    this.#tellChange();
  }

  /**
   * Calls the watcher when a run begins, waits, is described, or has ended and can be listed as such.
   *
   * @returns what ends it
   */
  onChange(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** All runs, the newest first. */
  list(): Promise<RunSummary[]> {
    return this.#archive.summaries((id) => this.#placeOf(id), this.#active?.state);
  }

  /** One after the other: each finds what the one before has made of the runs. */
  #place<Placed>(work: () => Promise<Placed>): Promise<Placed> {
    const placed = this.#placing.then(work);
    this.#placing = placed.catch(() => undefined);
    return placed;
  }

  async #resumeLog(
    id: string,
    { by, engine, listener }: { by?: string; engine?: EngineChoice; listener: RunListener },
  ): Promise<ResumedRun> {
    await this.#untilOver();
    const { request, events, state, engine: asked } = await this.#archive.resumable(id);
    this.#requireFree();
    const log = await RunLog.reopen(this.#folder, id);
    const resume = { events, by };
    this.#begin(
      new ActiveRun({ id, request, engine: engine ?? asked, log, listeners: [listener], resume }),
    );
    this.#tellChange();
    return resumptionOf(state);
  }

  #begin(active: ActiveRun): void {
    this.#active = active;
    this.#finished = carryOut(active, this.#services).finally(() => {
      this.#active = undefined;
      this.#tellChange();
      void this.#place(() => this.#next());
    });
  }

  /** Begins the first of those that wait, where nothing is under way. */
  async #next(): Promise<void> {
    if (this.#active || this.#isLeaving) return;
    const next = await this.#waiting.takeFirst();
    if (!next) return;
    const log = await RunLog.create(this.#folder, next.id);
    this.#begin(new ActiveRun({ ...next, log }));
    this.#tellChange();
  }

  #placeOf(id: string): RunPlace {
    if (id === this.#active?.id) return { kind: 'under way', state: this.#active.state };
    const place = this.#waiting.placeOf(id);
    return place === undefined ? { kind: 'log' } : { kind: 'queued', place };
  }

  /** Names of the models that are still to come. */
  async #promisedNames(): Promise<ReadonlySet<string>> {
    const names = await this.#waiting.modelNames();
    return new Set(this.#active ? [...names, this.#active.request.name] : names);
  }

  #requireActive(run: string): ActiveRun {
    if (this.#active?.id === run) return this.#active;
    throw new Problem(`run ${run} is not under way`, {
      remedy: 'choose the one that is, or resume this one',
    });
  }

  /** Who has heard the end of a run may ask for the next one at once. */
  async #untilOver(): Promise<void> {
    if (this.#active && !isActive(this.#active.state)) await this.#finished;
  }

  #requireFree(): void {
    if (!this.#active) return;
    throw new Problem(`run ${this.#active.id} is under way`, {
      remedy: 'stop it first, or let this one wait for its turn',
    });
  }

  #tellChange(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
