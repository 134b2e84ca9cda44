import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyRun, type RunState, reduceRun } from '../../core/run/reducer.js';
import { type AboutRun, readAbout } from './about-run.js';
import { readRunFile } from './run-files.js';
import { eventsFile, readRunEvents } from './run-log.js';

/** A run as its folder tells it. */
export interface IndexedRun {
  state: RunState;
  about: AboutRun;
}

interface Entry {
  /** Size and time of its log when it was read. */
  version: string;
  state: RunState;
}

/** The runs of a workspace. A log that has not changed since the last look is not read again. */
export class RunIndex {
  readonly #runs: string;
  readonly #entries = new Map<string, Entry>();

  /** @param runs the folder of the runs' folders */
  constructor(runs: string) {
    this.#runs = runs;
  }

  /**
   * All runs, the newest first; those that have not started come before all.
   *
   * @param active the run under way, whose log grows and need not be read again and again
   */
  async list(active?: RunState): Promise<IndexedRun[]> {
    const entries = await readdir(this.#runs, { withFileTypes: true }).catch(() => []);
    const ids = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name);
    const runs = await Promise.all(ids.map((id) => this.#read(id, active)));
    return runs.sort((a, b) => startOf(b.state) - startOf(a.state));
  }

  async #read(id: string, active: RunState | undefined): Promise<IndexedRun> {
    // Before it has begun, only its folder says what was asked.
    const isKnown = id === active?.id && active.request !== undefined;
    const [state, about] = await Promise.all([
      isKnown ? active : this.#stateOf(id),
      readAbout(join(this.#runs, id)),
    ]);
    return { state, about };
  }

  async #stateOf(id: string): Promise<RunState> {
    const version = await versionOf(join(this.#runs, id, eventsFile));
    const known = this.#entries.get(id);
    if (known && known.version === version) return known.state;
    const events = await readRunEvents(this.#runs, id).catch(() => []);
    const state = events.reduce(reduceRun, emptyRun(id));
    // A run that has not begun has said in another file what it is asked for.
    const request = state.request ?? (await readRunFile(join(this.#runs, id)))?.request;
    const whole = { ...state, request };
    this.#entries.set(id, { version, state: whole });
    return whole;
  }
}

function startOf({ startedAt }: RunState): number {
  return startedAt ?? Number.POSITIVE_INFINITY;
}

async function versionOf(log: string): Promise<string> {
  const facts = await stat(log).catch(() => undefined);
  return facts ? `${facts.size} ${facts.mtimeMs}` : 'none';
}
