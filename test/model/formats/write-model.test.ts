import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temper } from '../../../src/core/analysis/temperature.js';
import { encodeSavedModel } from '../../../src/engine/native/encode-saved-model.js';
import type { ExportedModel, ExportFormat } from '../../../src/model/formats/exported-model.js';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { writeModel } from '../../../src/model/formats/write-model.js';
import { digitNetwork, type Network } from '../../../src/model/network.js';
import { parametersOf } from '../../../src/model/parameters.js';
import { initialWeights } from '../../../src/model/weights.js';
import { fixture, judge, largestDifference, lively, patterns, varied } from './fixtures.js';

const model: ExportedModel = {
  name: 'varied',
  network: varied,
  weights: initialWeights(varied, 5),
};

describe('a model that goes out', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-formats-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, format: ExportFormat, change: Partial<ExportedModel> = {}) =>
    writeModel(join(folder, name), format, { ...model, ...change }, encodeSavedModel);

  it.each([
    ['h5', 'back.h5'],
    ['keras', 'back.keras'],
    ['tfjs', 'back-tfjs'],
  ] as const)(
    'as %s comes back with the same weights, and answers the same',
    async (format, name) => {
      await write(name, format);
      const back = await readModelFile(join(folder, name), undefined);
      const names = (network: Network) => parametersOf(network).map((parameter) => parameter.name);
      const values = (from: Network, weights: ExportedModel['weights']) =>
        names(from).map((parameter) => weights.get(parameter));
      expect(values(back.network, back.weights)).toEqual(values(varied, model.weights));
      const images = patterns(1 / 255);
      expect(await judge(back.network, back.weights, images)).toEqual(
        await judge(varied, model.weights, images),
      );
    },
  );

  it('is of the layers that it had, where other programs have them too', async () => {
    const weights = initialWeights(digitNetwork, 1);
    await write('ours.keras', 'keras', { network: digitNetwork, weights });
    const { network } = await readModelFile(join(folder, 'ours.keras'), undefined);
    const withDefaults = digitNetwork.layers.map((layer) =>
      layer.kind === 'batch-norm' ? { ...layer, epsilon: 1e-3, momentum: 0.99 } : layer,
    );
    expect(network.layers).toEqual(withDefaults);
  });

  it('takes what Adam gathered with it in a .keras', async () => {
    const { network, weights, optimiser } = await readModelFile(
      fixture('classic-keras3.keras'),
      undefined,
    );
    await write('adam.keras', 'keras', { network, weights, optimiser });
    expect((await readModelFile(join(folder, 'adam.keras'), undefined)).optimiser).toEqual(
      optimiser,
    );
  });

  it.each([varied, lively])('is loaded by TensorFlow.js alone: $name', async (network) => {
    const own = initialWeights(network, 6);
    await write(network.name, 'tfjs', { network, weights: own });
    const file = (name: string) => readFileSync(join(folder, network.name, name));
    const { modelTopology, weightsManifest } = JSON.parse(file('model.json').toString());
    const [{ paths, weights }] = weightsManifest;
    const bytes = Buffer.concat(paths.map(file));
    await tf.setBackend('cpu');
    const loaded = await loadLayersModel({
      load: async () => ({
        modelTopology,
        weightSpecs: weights,
        weightData: Uint8Array.from(bytes).buffer,
      }),
    });
    const images = patterns(1 / 255);
    const output = loaded.predict(tf.tensor4d(images, [6, 28, 28, 1])) as tf.Tensor;
    const probabilities = network === lively ? tf.softmax(output) : output;
    const expected = await judge(network, own, images);
    expect(largestDifference(probabilities.dataSync(), expected)).toBeLessThan(1e-6);
  });

  it('is cut into files of four megabytes for a browser', async () => {
    const wide: Network = {
      name: 'wide',
      input: [28, 28, 1],
      layers: [
        { kind: 'flatten', name: 'flat' },
        { kind: 'dense', name: 'hidden', units: 1500, activation: 'relu' },
        { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' },
      ],
    };
    const weights = initialWeights(wide, 2);
    const { files, bytes } = await write('wide', 'tfjs', { network: wide, weights });
    expect(files.map((path) => path.slice(folder.length + 1))).toEqual([
      'wide/model.json',
      'wide/group1-shard1of2.bin',
      'wide/group1-shard2of2.bin',
    ]);
    expect(statSync(files[1]).size).toBe(4 * 2 ** 20);
    expect(bytes).toBe(files.reduce((sum, file) => sum + statSync(file).size, 0));
    expect((await readModelFile(join(folder, 'wide'), undefined)).weights).toEqual(weights);
  });

  it.each([
    ['a dense layer', varied],
    ['a softmax of its own', withOwnSoftmax(varied)],
    ['a layer without weights', withoutHead(varied)],
  ])('has its temperature in it where it ends in %s', async (what, network) => {
    const name = `warm ${what}.h5`;
    const weights = initialWeights(network, 4);
    await write(name, 'h5', { network, weights, temperature: 1.7 });
    const back = await readModelFile(join(folder, name), undefined);
    const images = patterns(1 / 255);
    const expected = temper(await judge(network, weights, images), 1.7);
    const answers = await judge(back.network, back.weights, images);
    expect(largestDifference(answers, expected)).toBeLessThan(1e-6);
  });

  it('takes bytes where that is asked for, in the scale and polarity of its network', async () => {
    const network: Network = { ...varied, pixels: { scale: -1 / 255, offset: 1 } };
    await write('bytes.h5', 'h5', { network, takes: 'bytes' });
    const back = await readModelFile(join(folder, 'bytes.h5'), undefined);
    const asTrained = patterns(1 / 255).map((value) => 1 - value);
    const expected = await judge(varied, model.weights, asTrained);
    const answers = await judge(back.network, back.weights, patterns(1));
    expect(largestDifference(answers, expected)).toBeLessThan(1e-5);
  });

  it.each(['h5', 'tfjs', 'savedmodel'] as const)(
    'as %s is not written over what is there',
    async (format) => {
      const place = join(folder, `taken-${format}`);
      writeFileSync(place, 'mine');
      await expect(write(`taken-${format}`, format)).rejects.toMatchObject({
        name: 'Problem',
        message: `${place} is there already`,
      });
      expect(readFileSync(place, 'utf8')).toBe('mine');
    },
  );

  it('leaves nothing where it cannot be written', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    await expect(write('no-folder/in.keras', 'keras')).rejects.toMatchObject({
      name: 'Problem',
      message: /could not be written/,
    });
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

/** The same, ending in an activation layer. */
function withOwnSoftmax(network: Network): Network {
  return {
    ...network,
    layers: [
      ...network.layers.slice(0, -1),
      { kind: 'dense', name: 'digits', units: 10, activation: 'none' },
      { kind: 'activation', name: 'softmax', activation: 'softmax' },
    ],
  };
}

/** Ends in the averages of ten channels, as fully convolutional networks do. */
function withoutHead({ name, input }: Network): Network {
  return {
    name,
    input,
    layers: [
      { kind: 'conv', name: 'conv', filters: 10, kernel: 5, strides: 3, activation: 'tanh' },
      { kind: 'global-average-pool', name: 'average' },
    ],
  };
}
