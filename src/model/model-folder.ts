import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem } from '../core/problem.js';
import { type FolderOptions, writeFileWhole, writeFolderWhole } from '../files/write-whole.js';
import type { ModelCard, NewCard } from './card.js';
import { parseCard } from './card-forms.js';
import { digitNetwork, type Network } from './network.js';
import { parseNetwork } from './network-schema.js';
import { decodeSafetensors, encodeSafetensors } from './safetensors.js';
import type { Weights } from './weights.js';

/** A model as it is read: all that its folder holds. */
export interface LoadedModel {
  card: ModelCard;
  network: Network;
  weights: Weights;
}

const cardFile = 'card.json';
const networkFile = 'network.json';
const weightsFile = 'weights.safetensors';

/**
 * Reads a model whole, and only where its files are those of its card. Its name is the name of its folder.
 *
 * @throws Problem where a file is missing, is damaged, or is another than the card says
 */
export async function readModelFolder(folder: string): Promise<LoadedModel> {
  const card = await readCard(folder);
  const network = await readNetwork(folder, card);
  const bytes = await readOwn(folder, weightsFile);
  if (sha256(bytes) !== card.weights.sha256) throw damaged(card.name, 'weights');
  return { card, network, weights: decodeSafetensors(network, bytes, join(folder, weightsFile)) };
}

/** Reads a model without its weights, whose length alone is looked at. @throws Problem as `readModelFolder` */
export async function inspectModelFolder(folder: string): Promise<Omit<LoadedModel, 'weights'>> {
  const card = await readCard(folder);
  // The checksum is for reading; the length tells at no cost what was cut short.
  const weights = await stat(join(folder, weightsFile)).catch(() => undefined);
  if (weights?.size !== card.weights.bytes) throw damaged(card.name, 'weights');
  return { card, network: await readNetwork(folder, card) };
}

/** Writes a new model's folder whole. @throws the system's error where that fails, or the place is taken */
export async function writeModelFolder(
  folder: string,
  card: NewCard,
  { network, weights, taken }: { network: Network; weights: Weights } & FolderOptions,
): Promise<ModelCard> {
  const values = encodeSafetensors(network, weights);
  const layers = Buffer.from(`${JSON.stringify(network, null, 2)}\n`);
  const whole: ModelCard = {
    card: 2,
    ...card,
    weights: { bytes: values.length, sha256: sha256(values) },
    networkFile: { bytes: layers.length, sha256: sha256(layers) },
  };
  const files = { [weightsFile]: values, [networkFile]: layers, [cardFile]: cardJson(whole) };
  await writeFolderWhole(folder, files, { taken });
  return whole;
}

/** Lets a card say the name of its folder. */
export async function writeOwnName(folder: string): Promise<void> {
  await writeFileWhole(join(folder, cardFile), cardJson(await readCard(folder)));
}

function cardJson(card: ModelCard): string {
  return `${JSON.stringify(card, null, 2)}\n`;
}

async function readCard(folder: string): Promise<ModelCard> {
  const name = basename(folder);
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, cardFile), 'utf8'));
    return { ...parseCard(json), name };
  } catch (cause) {
    throw new Problem(`model ${name} has no ${cardFile} that can be read`, { remedy, cause });
  }
}

/** Models of before there was such a file have the one network that there was. */
async function readNetwork(folder: string, card: ModelCard): Promise<Network> {
  if (!card.networkFile) return digitNetwork;
  const bytes = await readOwn(folder, networkFile);
  if (sha256(bytes) !== card.networkFile.sha256) throw damaged(card.name, 'layers');
  return parseNetwork(parseJson(bytes), `${networkFile} of model ${card.name}`);
}

/** @returns undefined where it is none, which no network is either */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function readOwn(folder: string, file: string): Promise<Buffer> {
  return readFile(join(folder, file)).catch((cause) => {
    throw new Problem(`model ${basename(folder)} has no readable ${file}`, { remedy, cause });
  });
}

function damaged(name: string, what: 'weights' | 'layers'): Problem {
  return new Problem(`model ${name} is damaged, its ${what} are not those of its card`, { remedy });
}

const remedy = 'use another model, or copy or train this one again';

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
