import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunListener } from './active-run.js';
import type { AskedRun, RunArchive } from './run-archive.js';
import { RunQueue } from './run-queue.js';

/** A run whose turn has come. */
export interface NextRun extends AskedRun {
  id: string;
  listeners: Iterable<RunListener>;
}

/** The runs that wait for their turn, and who wants to hear of them. */
export class WaitingRuns {
  readonly #folder: string;
  readonly #archive: RunArchive;
  readonly #queue: RunQueue;
  readonly #listeners = new Map<string, Set<RunListener>>();

  /** @param folder of the runs' folders */
  constructor(folder: string, archive: RunArchive) {
    this.#folder = folder;
    this.#archive = archive;
    this.#queue = new RunQueue(folder);
  }

  /** Reads what another host has left. */
  open(): Promise<void> {
    return this.#queue.open();
  }

  has(id: string): boolean {
    return this.placeOf(id) !== undefined;
  }

  /** From 1; undefined where it does not wait. */
  placeOf(id: string): number | undefined {
    return this.#queue.placeOf(id);
  }

  async add(id: string, listener: RunListener): Promise<void> {
    this.listen(id, listener);
    await this.#queue.add(id);
  }

  /** The listener hears of a run when its turn comes. */
  listen(id: string, listener: RunListener): void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
  }

  /** The listener hears no more of a run, or of any where none is named. */
  forget(listener: RunListener, run?: string): void {
    for (const [id, listeners] of this.#listeners) {
      if (run === undefined || run === id) listeners.delete(listener);
    }
  }

  move(id: string, place: number): Promise<void> {
    return this.#queue.move(id, place);
  }

  /** Takes a run out, with the folder that was made for it: there is nothing in it but what was asked. */
  async remove(id: string): Promise<void> {
    await this.#takeOut(id);
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Takes the first out that can begin; one whose folder somebody has taken away is passed over. */
  async takeFirst(): Promise<NextRun | undefined> {
    for (;;) {
      const [id] = this.#queue.ids;
      if (id === undefined) return undefined;
      const listeners = this.#listeners.get(id) ?? [];
      await this.#takeOut(id);
      try {
        return { id, listeners, ...(await this.#archive.asked(id)) };
      } catch (error) {
        console.error(error);
      }
    }
  }

  /** Names of the models that they will make. */
  async modelNames(): Promise<string[]> {
    const asked = this.#queue.ids.map((id) => this.#archive.asked(id).catch(() => undefined));
    return (await Promise.all(asked)).flatMap((run) => (run ? [run.request.name] : []));
  }

  async #takeOut(id: string): Promise<void> {
    this.#listeners.delete(id);
    await this.#queue.remove(id);
  }
}
