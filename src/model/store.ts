import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../core/problem.js';
import { writeFolderWhole } from '../files/write-whole.js';
import { type ModelCard, modelCardSchema } from './card.js';
import { digitNetwork } from './network.js';
import { decodeSafetensors, encodeSafetensors } from './safetensors.js';
import type { Weights } from './weights.js';

/** A model on disk: its folder and its card, or why the card cannot be read. */
export type StoredModel =
  | { name: string; folder: string; card: ModelCard }
  | { name: string; folder: string; problem: string };

export interface LoadedModel {
  card: ModelCard;
  weights: Weights;
}

const cardFile = 'card.json';
const weightsFile = 'weights.safetensors';

/**
 * The models of a workspace and those that ship with the program. One of the workspace hides a
 * shipped one of the same name.
 */
export class ModelStore {
  /** Folders that are looked through, the first one written to. */
  readonly #folders: readonly string[];

  constructor(folders: readonly [string, ...string[]]) {
    this.#folders = [...new Set(folders.map((folder) => resolve(folder)))];
  }

  /** All models, the newest first, those that cannot be read last. */
  async list(): Promise<StoredModel[]> {
    const found = new Map<string, StoredModel>();
    for (const parent of this.#folders) {
      for (const name of await folderNames(parent)) {
        if (!found.has(name)) found.set(name, await describe(join(parent, name)));
      }
    }
    return [...found.values()].sort((a, b) => createdAt(b) - createdAt(a));
  }

  /**
   * @param name a model's name, or the path of its folder
   * @throws Problem where there is no such model or it is damaged
   */
  async load(name: string): Promise<LoadedModel> {
    const folder = await this.#find(name);
    const card = await readCard(folder);
    const file = join(folder, weightsFile);
    const bytes = await readFile(file).catch((cause) => {
      throw new Problem(`model ${card.name} has no readable ${weightsFile}`, {
        remedy: 'use another model, or copy or train this one again',
        cause,
      });
    });
    if (sha256(bytes) !== card.weights.sha256) {
      throw damaged(card.name);
    }
    return { card, weights: decodeSafetensors(digitNetwork, bytes, file) };
  }

  /** The model used where none is named: by its card's preference, then its test or validation score. */
  async preferred(): Promise<ModelCard> {
    const cards = (await this.list()).flatMap((model) => ('card' in model ? [model.card] : []));
    if (cards.length === 0) {
      throw new Problem('there is no model here', {
        remedy: 'train one with `digitscope train --data mnist`',
      });
    }
    return cards.reduce((best, card) => (isBetter(card, best) ? card : best));
  }

  /**
   * Saves a model under its card's name.
   *
   * @param options.taken what becomes of one of that name
   * @throws Problem where the name is taken by one that is not to be replaced
   */
  async save(
    card: Omit<ModelCard, 'weights'>,
    weights: Weights,
    options: { taken?: 'refuse' | 'replace' } = {},
  ): Promise<string> {
    const bytes = encodeSafetensors(digitNetwork, weights);
    const folder = join(this.#folders[0], card.name);
    const whole: ModelCard = { ...card, weights: { bytes: bytes.length, sha256: sha256(bytes) } };
    try {
      const files = { [weightsFile]: bytes, [cardFile]: `${JSON.stringify(whole, null, 2)}\n` };
      await writeFolderWhole(folder, files, options);
    } catch (cause) {
      throw new Problem(`model ${card.name} could not be saved in ${dirname(folder)}`, {
        remedy: 'make room there, or choose another workspace or name',
        cause,
      });
    }
    return folder;
  }

  /** @returns true where there is a model of this name, a shipped one included: a new one would hide it */
  async isTaken(name: string): Promise<boolean> {
    const names = await Promise.all(this.#folders.map(folderNames));
    return names.flat().includes(name);
  }

  async #find(name: string): Promise<string> {
    if (name.includes('/') || name.includes('\\')) return resolve(name);
    for (const parent of this.#folders) {
      if ((await folderNames(parent)).includes(name)) return join(parent, name);
    }
    const names = (await this.list()).map((model) => model.name);
    throw new Problem(`there is no model ${name}`, {
      remedy: names.length > 0 ? `choose one of ${names.join(', ')}` : 'train one first',
    });
  }
}

async function describe(folder: string): Promise<StoredModel> {
  const name = basename(folder);
  try {
    const card = await readCard(folder);
    // The checksum is for loading; the length tells at no cost what was cut short.
    const weights = await stat(join(folder, weightsFile)).catch(() => undefined);
    if (weights?.size !== card.weights.bytes) throw damaged(card.name);
    return { name, folder, card };
  } catch (error) {
    return { name, folder, problem: error instanceof Problem ? error.line : String(error) };
  }
}

function damaged(name: string): Problem {
  return new Problem(`model ${name} is damaged, its weights are not those of its card`, {
    remedy: 'use another model, or copy or train this one again',
  });
}

async function readCard(folder: string): Promise<ModelCard> {
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, cardFile), 'utf8'));
    return modelCardSchema.parse(json);
  } catch (cause) {
    throw new Problem(`model ${basename(folder)} has no ${cardFile} that can be read`, {
      remedy: 'use another model, or copy or train this one again',
      cause,
    });
  }
}

async function folderNames(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}

function createdAt(model: StoredModel): number {
  return 'card' in model ? Date.parse(model.card.created) : Number.NEGATIVE_INFINITY;
}

function isBetter(card: ModelCard, best: ModelCard): boolean {
  const ahead = (card.preference ?? 0) - (best.preference ?? 0);
  return ahead === 0 ? score(card) > score(best) : ahead > 0;
}

/** A test score outranks any validation score: it is what a card promises. */
function score(card: ModelCard): number {
  return card.test ? 1 + card.test.accuracy : card.validation.accuracy;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
