import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileWhole } from '../../files/write-whole.js';

const queueSchema = z.array(z.string());

/** The runs that wait for their turn, by id: kept in `queue.json`, so that they outlive their host. */
export class RunQueue {
  readonly #file: string;
  #ids: string[] = [];
  #writing = Promise.resolve();

  /** @param runs the folder of the runs' folders */
  constructor(runs: string) {
    this.#file = join(runs, 'queue.json');
  }

  /** Reads what another host has left. */
  async open(): Promise<void> {
    try {
      this.#ids = queueSchema.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      // There is none, or it cannot be read: the runs themselves are still there.
      this.#ids = [];
    }
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** From 1; undefined where it does not wait. */
  placeOf(id: string): number | undefined {
    const index = this.#ids.indexOf(id);
    return index < 0 ? undefined : index + 1;
  }

  async add(id: string): Promise<void> {
    this.#ids.push(id);
    await this.#write();
  }

  /** @param place from 1; past the end is the end */
  async move(id: string, place: number): Promise<void> {
    const others = this.#ids.filter((each) => each !== id);
    others.splice(Math.max(0, place - 1), 0, id);
    this.#ids = others;
    await this.#write();
  }

  async remove(id: string): Promise<void> {
    this.#ids = this.#ids.filter((each) => each !== id);
    await this.#write();
  }

  /** One write after the other: the last one says how it is. */
  #write(): Promise<void> {
    const written = this.#writing.then(() =>
      writeFileWhole(this.#file, `${JSON.stringify(this.#ids)}\n`),
    );
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
