import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../core/problem.js';

/** Where a model lies. */
export interface ModelPlace {
  name: string;
  folder: string;
  /** Models that ship with the program can be used and not be changed. */
  place: 'workspace' | 'shipped';
}

/** The folders of models, each in one of a few parents; one of the first parent hides those of its name in others. */
export class ModelPlaces {
  /** The workspace's own, the one that is written to. */
  readonly own: string;
  readonly #parents: readonly string[];

  constructor(parents: readonly [string, ...string[]]) {
    this.#parents = [...new Set(parents.map((parent) => resolve(parent)))];
    [this.own] = this.#parents;
  }

  async all(): Promise<ModelPlace[]> {
    const places = new Map<string, ModelPlace>();
    for (const parent of this.#parents) {
      for (const name of await folderNames(parent)) {
        const found = { name, folder: join(parent, name), place: this.#placeIn(parent) };
        if (!places.has(name)) places.set(name, found);
      }
    }
    return [...places.values()];
  }

  /** Whether a folder of the workspace has that name, hiding none or one. */
  async isOwn(name: string): Promise<boolean> {
    return (await folderNames(this.own)).includes(name);
  }

  /**
   * @param name a model's name, or the path of its folder
   * @throws Problem where no model has that name
   */
  async find(name: string): Promise<ModelPlace> {
    const isPath = name.includes('/') || name.includes('\\');
    if (!isPath) return this.named(name);
    const folder = resolve(name);
    return { name: basename(folder), folder, place: this.#placeIn(dirname(folder)) };
  }

  /** @throws Problem where no model has that name */
  async named(name: string): Promise<ModelPlace> {
    const places = await this.all();
    const found = places.find((place) => place.name === name);
    if (found) return found;
    const names = places.map((place) => place.name);
    throw new Problem(`there is no model ${name}`, {
      remedy: names.length > 0 ? `choose one of ${names.join(', ')}` : 'train one first',
    });
  }

  #placeIn(parent: string): ModelPlace['place'] {
    return this.#parents.indexOf(parent) > 0 ? 'shipped' : 'workspace';
  }
}

async function folderNames(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}
