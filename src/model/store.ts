import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isModelName } from '../core/model-name.js';
import { errorLine, exitCodes, Problem } from '../core/problem.js';
import { PutAway } from '../files/put-away.js';
import type { FolderOptions } from '../files/write-whole.js';
import type { ModelCard, NewCard } from './card.js';
import { cardScore } from './card-score.js';
import { DefaultModel } from './default-model.js';
import {
  inspectModelFolder,
  type LoadedModel,
  readModelFolder,
  writeModelFolder,
  writeOwnName,
} from './model-folder.js';
import { type ModelPlace, ModelPlaces } from './model-places.js';
import { digitNetwork, type Network } from './network.js';
import type { Weights } from './weights.js';

/** A model on disk: its folder and its card, or why it cannot be used. */
export type StoredModel = ModelPlace & (Omit<LoadedModel, 'weights'> | { problem: string });

interface SaveOptions extends FolderOptions {
  network?: Network;
}

/**
 * The models of a workspace and those that ship with the program. One of the workspace hides a
 * shipped one of the same name.
 */
export class ModelStore {
  readonly #places: ModelPlaces;
  readonly #default: DefaultModel;
  readonly #deleted: PutAway;

  constructor(folders: readonly [string, ...string[]]) {
    this.#places = new ModelPlaces(folders);
    const { own } = this.#places;
    this.#default = new DefaultModel(own);
    this.#deleted = new PutAway(join(own, '.deleted'));
  }

  /** All models, the newest first, those that cannot be read last. */
  async list(): Promise<StoredModel[]> {
    const models = await Promise.all((await this.#places.all()).map(describe));
    return models.sort((a, b) => createdAt(b) - createdAt(a));
  }

  /**
   * @param name a model's name, or the path of its folder
   * @throws Problem where there is no such model or it is damaged
   */
  async load(name: string): Promise<LoadedModel> {
    return readModelFolder((await this.#places.find(name)).folder);
  }

  /**
   * The model used where none is named: the one that was chosen as the default, as long as it can be read, else by the
   * cards' preference, then their scores.
   *
   * @param listed all models, where they are at hand
   */
  async preferred(listed?: readonly StoredModel[]): Promise<ModelCard> {
    const cards = (listed ?? (await this.list())).flatMap((model) =>
      'card' in model ? [model.card] : [],
    );
    if (cards.length === 0) {
      throw new Problem('there is no model here', {
        remedy: 'train one with `digitscope train --data mnist`',
      });
    }
    const chosen = await this.#default.read();
    const named = cards.find((card) => card.name === chosen);
    return named ?? cards.reduce((best, card) => (isBetter(card, best) ? card : best));
  }

  /** The name that was chosen as the default; undefined where none was. */
  chosenDefault(): Promise<string | undefined> {
    return this.#default.read();
  }

  /** Uses a model where none is named from now on. @throws Problem where it cannot be read */
  async choose(name: string): Promise<void> {
    const { card } = await inspectModelFolder((await this.#places.named(name)).folder);
    await this.#default.write(card.name);
  }

  /** Leaves the choice of the model that is used to the cards again. */
  forgetChoice(): Promise<void> {
    return this.#default.clear();
  }

  /**
   * Saves a model under its card's name.
   *
   * @param options.taken what becomes of one of that name
   * @returns where it is, and its whole card
   * @throws Problem where the name is taken by one that is not to be replaced
   */
  async save(
    card: NewCard,
    weights: Weights,
    { network = digitNetwork, taken = 'refuse' }: SaveOptions = {},
  ): Promise<{ folder: string; card: ModelCard }> {
    const folder = join(this.#places.own, card.name);
    try {
      return { folder, card: await writeModelFolder(folder, card, { network, weights, taken }) };
    } catch (cause) {
      throw new Problem(`model ${card.name} could not be saved in ${dirname(folder)}`, {
        remedy: 'make room there, or choose another workspace or name',
        cause,
      });
    }
  }

  /** @returns true where there is a model of this name, a shipped one included: a new one would hide it */
  async isTaken(name: string): Promise<boolean> {
    return (await this.#places.all()).some((place) => place.name === name);
  }

  /** @returns the name, with a number where it is taken */
  async freeName(stem: string): Promise<string> {
    const taken = new Set((await this.#places.all()).map(({ name }) => name));
    for (let number = 1; ; number++) {
      const name = number === 1 ? stem : `${stem}-${number}`;
      if (!taken.has(name)) return name;
    }
  }

  /** @throws Problem where a name cannot be that of a new model, or is taken */
  async requireFree(name: string): Promise<void> {
    const usage = { exitCode: exitCodes.usage };
    if (!isModelName(name)) {
      const remedy = 'use letters, digits, dots, dashes and underscores';
      throw new Problem(`${name} cannot name a model`, { remedy, ...usage });
    }
    if (await this.isTaken(name)) {
      const remedy = 'choose another name';
      throw new Problem(`there is a model ${name} already`, { remedy, ...usage });
    }
  }

  /** Gives a model of the workspace another name; it stays the default where it is. */
  async rename(name: string, to: string): Promise<void> {
    const { folder } = await this.#own(name, 'be renamed');
    await this.requireFree(to);
    const renamed = join(dirname(folder), to);
    await rename(folder, renamed);
    if ((await this.#default.read()) === name) await this.#default.write(to);
    await writeOwnName(renamed);
  }

  /** Puts a model of the workspace away; for a week `restore` brings it back. As the default it is only missing. */
  async remove(name: string): Promise<void> {
    const { folder } = await this.#own(name, 'be deleted');
    await this.#deleted.put(folder, name);
    await this.sweep();
  }

  /** Brings back the model of that name that was deleted last. @throws Problem where there is none, or the name is taken */
  async restore(name: string): Promise<void> {
    if (await this.#places.isOwn(name)) {
      const remedy = 'rename the one that is there first';
      throw new Problem(`there is a model ${name} by now`, { remedy });
    }
    if (await this.#deleted.restore(name, join(this.#places.own, name))) return;
    const names = await this.#deleted.names();
    throw new Problem(`there is no deleted model ${name}`, {
      remedy: names.length > 0 ? `choose one of ${names.join(', ')}` : 'none was deleted this week',
    });
  }

  /** Lets go what was deleted more than a week ago. */
  sweep(): Promise<void> {
    return this.#deleted.sweep();
  }

  async #own(name: string, deed: 'be renamed' | 'be deleted'): Promise<ModelPlace> {
    const found = await this.#places.named(name);
    if (found.place === 'workspace') return found;
    throw new Problem(`${name} comes with the program and cannot ${deed}`, {
      remedy: 'choose another as the default instead: `digitscope models default NAME`',
    });
  }
}

async function describe(place: ModelPlace): Promise<StoredModel> {
  try {
    return { ...place, ...(await inspectModelFolder(place.folder)) };
  } catch (error) {
    return { ...place, problem: errorLine(error) };
  }
}

function createdAt(model: StoredModel): number {
  return 'card' in model ? Date.parse(model.card.created) : Number.NEGATIVE_INFINITY;
}

function isBetter(card: ModelCard, best: ModelCard): boolean {
  const ahead = (card.preference ?? 0) - (best.preference ?? 0);
  return ahead === 0 ? rank(card) > rank(best) : ahead > 0;
}

/** A test score outranks any other: it is what a card promises. */
function rank(card: ModelCard): number {
  const score = cardScore(card);
  return (score?.kind === 'test' ? 1 : 0) + (score?.accuracy ?? 0);
}
