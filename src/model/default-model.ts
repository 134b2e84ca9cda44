import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileWhole } from '../files/write-whole.js';

const shape = z.object({ name: z.string() });

/**
 * Which model a person wants used where none is named, in `models/default.json` of the workspace: there the app, every
 * command and the host see it, and it goes where the models go. It names the model and is no part of its folder, since
 * one that ships with the program may be chosen too.
 */
export class DefaultModel {
  readonly #file: string;

  /** @param models the workspace's folder of models */
  constructor(models: string) {
    this.#file = join(models, 'default.json');
  }

  /** @returns its name; undefined where none was chosen, or the file is damaged */
  async read(): Promise<string | undefined> {
    try {
      return shape.parse(JSON.parse(await readFile(this.#file, 'utf8'))).name;
    } catch {
      return undefined;
    }
  }

  async write(name: string): Promise<void> {
    await writeFileWhole(this.#file, `${JSON.stringify({ name })}\n`);
  }

  /** Leaves the choice to the cards again. */
  async clear(): Promise<void> {
    await rm(this.#file, { force: true });
  }
}
