import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digitNetwork } from '../../src/model/network.js';
import { ModelStore } from '../../src/model/store.js';
import { initialWeights } from '../../src/model/weights.js';
import { newCard as card, smallNetwork } from './made-models.js';

const weights = initialWeights(digitNetwork, 1);

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
      'network.json',
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
    await store.save(card('lucky', {}, { validation: { loss: 0, accuracy: 1 } }), weights);
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
    await store.save(card('base', {}, { epochs: 9 }), weights);
    expect((await store.load('base')).card.training?.epochs).toBe(9);
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

  it('keeps the network of a model with it', async () => {
    const network = smallNetwork('dense-only');
    await store.save(card('small'), initialWeights(network, 1), { network });
    const loaded = await store.load('small');
    expect(loaded.network).toEqual(network);
    expect(loaded.weights).toEqual(initialWeights(network, 1));
  });

  it.each([
    ['changed', (file: string) => writeFile(file, '{}'), /its layers are not those of its card/],
    ['missing', (file: string) => rm(file), /no readable network.json/],
  ] as const)('does not use a model whose network is %s', async (_, damage, message) => {
    await store.save(card('first'), weights);
    await damage(join(folder, 'own', 'first', 'network.json'));
    await expect(store.load('first')).rejects.toMatchObject({ name: 'Problem', message });
    expect(await store.list()).toMatchObject([{ name: 'first', problem: message }]);
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

describe('what is done with models', () => {
  let folder: string;
  let store: ModelStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'digitscope-store-'));
    store = new ModelStore([join(folder, 'own'), join(folder, 'shipped')]);
    const shipped = new ModelStore([join(folder, 'shipped')]);
    await shipped.save(card('base', { preference: 1 }), weights);
    await store.save(card('mine'), weights);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const names = async () => (await store.list()).map(({ name }) => name).sort();

  it('gives a model another name, by which it is found and which its card says', async () => {
    await store.rename('mine', 'yours');
    expect(await names()).toEqual(['base', 'yours']);
    expect((await store.load('yours')).card).toMatchObject({
      name: 'yours',
      training: { name: 'mine' },
    });
    const file = join(folder, 'own', 'yours', 'card.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ name: 'yours' });
  });

  it.each([
    ['base', /already/],
    ['../out', /cannot name/],
    ['', /cannot name/],
  ])('does not name a model %o', async (name, message) => {
    await expect(store.rename('mine', name)).rejects.toMatchObject({ name: 'Problem', message });
    expect(await names()).toEqual(['base', 'mine']);
  });

  it('does not change what comes with the program, and says so', async () => {
    const refusal = { name: 'Problem', message: /comes with the program/ };
    await expect(store.rename('base', 'other')).rejects.toMatchObject(refusal);
    await expect(store.remove('base')).rejects.toMatchObject(refusal);
    expect(await names()).toEqual(['base', 'mine']);
  });

  it('brings back what was deleted, whole', async () => {
    await store.remove('mine');
    expect(await names()).toEqual(['base']);
    await store.restore('mine');
    expect((await store.load('mine')).weights).toEqual(weights);
  });

  it('does not bring a model back over another of its name', async () => {
    await store.remove('mine');
    await store.save(card('mine'), initialWeights(digitNetwork, 2));
    await expect(store.restore('mine')).rejects.toMatchObject({ message: /by now/ });
    await store.rename('mine', 'second');
    await store.restore('mine');
    expect((await store.load('mine')).weights).toEqual(weights);
  });

  it('says which models can be brought back', async () => {
    await expect(store.restore('gone')).rejects.toMatchObject({ remedy: /none was deleted/ });
    await store.remove('mine');
    await expect(store.restore('gone')).rejects.toMatchObject({ remedy: 'choose one of mine' });
  });

  it('uses the default where none is named, under any name that it gets', async () => {
    expect((await store.preferred()).name).toBe('base');
    await store.choose('mine');
    expect((await store.preferred()).name).toBe('mine');
    await store.rename('mine', 'yours');
    expect((await store.preferred()).name).toBe('yours');
    await store.forgetChoice();
    expect((await store.preferred()).name).toBe('base');
  });

  it('takes another while the default is deleted, and the default again once it is back', async () => {
    await store.choose('mine');
    await store.remove('mine');
    expect((await store.preferred()).name).toBe('base');
    await store.restore('mine');
    expect((await store.preferred()).name).toBe('mine');
  });

  it('may have a shipped model as its default, and none that is damaged', async () => {
    await store.choose('base');
    expect(await store.chosenDefault()).toBe('base');
    await truncate(join(folder, 'own', 'mine', 'weights.safetensors'), 10);
    await expect(store.choose('mine')).rejects.toMatchObject({ message: /damaged/ });
    expect(await store.chosenDefault()).toBe('base');
  });
});
