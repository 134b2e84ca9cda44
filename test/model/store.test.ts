import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/core/settings.js';
import type { ModelCard } from '../../src/model/card.js';
import { digitNetwork } from '../../src/model/network.js';
import { ModelStore } from '../../src/model/store.js';
import { initialWeights } from '../../src/model/weights.js';

const weights = initialWeights(digitNetwork, 1);

function card(name: string, change: Partial<ModelCard> = {}): Omit<ModelCard, 'weights'> {
  return {
    card: 1,
    name,
    network: digitNetwork.name,
    parameters: 242_954,
    created: '2026-01-01T00:00:00.000Z',
    command: 'digitscope train --data mnist',
    program: 'digitscope 0.1.0',
    engine: 'TensorFlow 2.15.1',
    data: { source: 'mnist', train: 48_000, validation: 12_000 },
    settings: defaultSettings,
    epochs: 3,
    bestEpoch: 2,
    seconds: 20,
    train: { loss: 0.1, accuracy: 0.97 },
    validation: { loss: 0.05, accuracy: 0.98 },
    ...change,
  };
}

describe('the model store', () => {
  let folder: string;
  let store: ModelStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'digitscope-store-'));
    store = new ModelStore([join(folder, 'own'), join(folder, 'shipped')]);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back the weights that were saved, bit for bit', async () => {
    await store.save(card('first'), weights);
    expect((await store.load('first')).weights).toEqual(weights);
  });

  it('leaves nothing beside what it saves', async () => {
    await store.save(card('first'), weights);
    expect(await readdir(join(folder, 'own'))).toEqual(['first']);
    expect((await readdir(join(folder, 'own', 'first'))).sort()).toEqual([
      'card.json',
      'weights.safetensors',
    ]);
  });

  it('refuses to write over a model, which stays as it was', async () => {
    await store.save(card('first'), weights);
    await expect(store.save(card('first'), initialWeights(digitNetwork, 2))).rejects.toMatchObject({
      name: 'Problem',
      message: /could not be saved/,
    });
    expect((await store.load('first')).weights).toEqual(weights);
    expect(await readdir(join(folder, 'own'))).toEqual(['first']);
  });

  it('prefers a tested model over one that was only validated, then the more accurate', async () => {
    await store.save(card('lucky', { validation: { loss: 0, accuracy: 1 } }), weights);
    const test = { source: 'mnist:test', count: 10_000, accuracy: 0.99 };
    await store.save(card('tested', { test }), weights);
    await store.save(card('weaker', { test: { ...test, accuracy: 0.9 } }), weights);
    expect((await store.preferred()).name).toBe('tested');
  });

  it('prefers by the cards’ preference first, whatever they score', async () => {
    const test = { source: 'mnist:test', count: 10_000, accuracy: 0.999 };
    await store.save(card('exact', { test }), weights);
    await store.save(card('robust', { preference: 1 }), weights);
    await store.save(card('worse', { preference: -1, test }), weights);
    expect((await store.preferred()).name).toBe('robust');
  });

  it('looks among the shipped models too, its own first', async () => {
    const shipped = new ModelStore([join(folder, 'shipped')]);
    await shipped.save(card('base', { created: '2025-01-01T00:00:00.000Z' }), weights);
    expect((await store.list()).map((model) => model.name)).toEqual(['base']);
    await store.save(card('base', { epochs: 9 }), weights);
    expect((await store.load('base')).card.epochs).toBe(9);
  });

  it('never prefers a model whose weights are cut short, and lists it with its problem', async () => {
    const test = { source: 'mnist:test', count: 10_000, accuracy: 0.99 };
    await store.save(card('good'), weights);
    await store.save(card('torn', { test }), weights);
    await truncate(join(folder, 'own', 'torn', 'weights.safetensors'), 5000);
    expect((await store.preferred()).name).toBe('good');
    expect((await store.list()).find(({ name }) => name === 'torn')).toMatchObject({
      problem: /torn is damaged/,
    });
  });

  it('takes the name of a shipped model for taken', async () => {
    await new ModelStore([join(folder, 'shipped')]).save(card('base'), weights);
    expect(await store.isTaken('base')).toBe(true);
    expect(await store.isTaken('other')).toBe(false);
  });

  it('names the models that there are where one is missing', async () => {
    await store.save(card('first'), weights);
    await expect(store.load('other')).rejects.toMatchObject({
      line: 'there is no model other: choose one of first',
    });
  });

  it('says how to get a model where there is none', async () => {
    await expect(store.preferred()).rejects.toMatchObject({ remedy: /digitscope train/ });
  });

  it.each([
    ['cut short', (file: string) => truncate(file, 5000), /damaged/],
    ['empty', (file: string) => truncate(file, 0), /damaged/],
    ['missing', (file: string) => rm(file), /no readable weights/],
    [
      'changed by one bit',
      async (file: string) => {
        const bytes = await readFile(file);
        bytes[bytes.length - 1] ^= 1;
        await writeFile(file, bytes);
      },
      /damaged/,
    ],
  ] as const)('does not load weights that are %s', async (_, damage, message) => {
    await store.save(card('first'), weights);
    await damage(join(folder, 'own', 'first', 'weights.safetensors'));
    await expect(store.load('first')).rejects.toMatchObject({ name: 'Problem', message });
  });

  it('lists a model whose card is damaged with its problem, and goes on', async () => {
    await store.save(card('good'), weights);
    await store.save(card('torn'), weights);
    await writeFile(join(folder, 'own', 'torn', 'card.json'), '{"card": 1, "na');
    const listed = await store.list();
    expect(listed.map(({ name }) => name)).toEqual(['good', 'torn']);
    expect(listed[1]).toMatchObject({ problem: /card.json that can be read/ });
  });
});
