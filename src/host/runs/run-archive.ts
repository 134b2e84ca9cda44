import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../core/problem.js';
import type { RunEvent, RunRequest } from '../../core/run/event.js';
import { emptyRun, type RunState, reduceRun } from '../../core/run/reducer.js';
import { PutAway } from '../../files/put-away.js';
import type { EngineChoice, RunSummary } from '../protocol.js';
import { type AboutRun, describeRun } from './about-run.js';
import { readRunFile } from './run-files.js';
import { type IndexedRun, RunIndex } from './run-index.js';
import { readRunEvents } from './run-log.js';
import { type RunPlace, summarise } from './summary.js';

/** What was asked of a run, as its folder says it. */
export interface AskedRun {
  request: RunRequest;
  engine?: EngineChoice;
}

/** A run that can go on from what it has saved. */
export interface ResumableRun extends AskedRun {
  events: RunEvent[];
  state: RunState;
}

/** The folders of the runs: what they tell, what people say of them, and those that are put away. */
export class RunArchive {
  readonly #folder: string;
  readonly #index: RunIndex;
  readonly #deleted: PutAway;

  /** @param folder of the runs' folders */
  constructor(folder: string) {
    this.#folder = folder;
    this.#index = new RunIndex(folder);
    this.#deleted = new PutAway(join(folder, '.deleted'));
  }

  /** The newest first. */
  list(): Promise<IndexedRun[]> {
    return this.#index.list();
  }

  /** @param active the run under way, as it is when it is asked for: it may end while the others are read */
  async summaries(
    placeOf: (id: string) => RunPlace,
    active: RunState | undefined,
  ): Promise<RunSummary[]> {
    const runs = await this.#index.list(active);
    return runs.map((run) =>
      summarise(
        run,
        run.state === active ? { kind: 'under way', state: active } : placeOf(run.state.id),
      ),
    );
  }

  /** @throws Problem where there is no such run */
  async events(id: string): Promise<RunEvent[]> {
    await this.#require(id);
    // A run that never began has no log.
    return readRunEvents(this.#folder, id).catch(() => []);
  }

  /** @throws Problem where there is no such run, or what was asked cannot be read */
  async asked(id: string): Promise<AskedRun> {
    await this.#require(id);
    const asked = await readRunFile(join(this.#folder, id));
    if (asked) return asked;
    throw new Problem(`run ${id} has no run.json that can be read`, {
      remedy: 'train another one',
    });
  }

  /** @throws Problem where there is no such run, or it cannot go on */
  async resumable(id: string): Promise<ResumableRun> {
    const asked = await this.asked(id);
    const events = await this.events(id);
    const state = events.reduce(reduceRun, emptyRun(id));
    if (state.status === 'completed') {
      throw new Problem(`run ${id} is complete`, { remedy: 'train another like it' });
    }
    if (!state.saved) {
      throw new Problem(`nothing is kept of run ${id} that it could go on from`, {
        remedy: 'train another like it',
      });
    }
    return { ...asked, events, state };
  }

  async describe(id: string, about: AboutRun): Promise<void> {
    await this.#require(id);
    await describeRun(join(this.#folder, id), about);
  }

  /** Puts a run away; for a week `restore` brings it back. */
  async remove(id: string): Promise<void> {
    await this.#require(id);
    await this.#deleted.put(join(this.#folder, id), id);
  }

  /** @throws Problem where it is not among those that were put away */
  async restore(id: string): Promise<void> {
    if (await this.#deleted.restore(id, join(this.#folder, id))) return;
    const names = await this.#deleted.names();
    throw new Problem(`run ${id} is not among those that were put away`, {
      remedy: names.length > 0 ? `choose one of ${names.join(', ')}` : 'none was this week',
    });
  }

  /** Ids that runs which are put away would have again: no new run takes one. */
  shelved(): Promise<string[]> {
    return this.#deleted.names();
  }

  /** Deletes for good what was put away long ago. */
  sweep(): Promise<void> {
    return this.#deleted.sweep();
  }

  async #require(id: string): Promise<void> {
    const isName = id !== '' && !id.startsWith('.') && !/[\\/]/.test(id);
    const facts = isName ? await stat(join(this.#folder, id)).catch(() => undefined) : undefined;
    if (facts?.isDirectory()) return;
    throw new Problem(`there is no run ${id} in ${this.#folder}`, {
      remedy: 'choose one of the runs that are there',
    });
  }
}
