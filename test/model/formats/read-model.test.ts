import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { parametersOf, sizeOf } from '../../../src/model/parameters.js';
import { fixture, judge, largestDifference, patterns, recorded } from './fixtures.js';

describe('a model that Keras wrote', () => {
  it.each([
    ['classic-keras2.h5', 'Keras 2.21.0'],
    ['classic-keras2.keras', 'Keras 2.21.0'],
    ['classic-keras3.h5', 'Keras 3.15.1'],
    ['classic-keras3.keras', 'Keras 3.15.1'],
    ['rows-keras2.h5', 'Keras 2.21.0'],
    ['rows-keras3.h5', 'Keras 3.15.1'],
    ['rows-keras3.keras', 'Keras 3.15.1'],
    ['varied-keras2.h5', 'Keras 2.21.0'],
    ['varied-keras3.h5', 'Keras 3.15.1'],
    ['varied-keras3.keras', 'Keras 3.15.1'],
    ['nested-keras2.h5', 'Keras 2.21.0'],
    ['nested-keras3.h5', 'Keras 3.15.1'],
    ['nested-keras3.keras', 'Keras 3.15.1'],
  ])('%s answers here as it did there', async (name, by) => {
    const { network, weights, origin } = await readModelFile(fixture(name), undefined);
    expect(origin).toMatchObject({ by, file: name });
    const { scale, probabilities } = recorded(name.replace(/\..*/, ''));
    const answers = await judge(network, weights, patterns(scale));
    expect(largestDifference(answers, probabilities.flat())).toBeLessThan(1e-5);
  });

  it('has its layers under their names, with what they are set to', async () => {
    const { network } = await readModelFile(fixture('varied-keras3.keras'), undefined);
    expect(network.name).toBe('varied');
    expect(network.layers).toMatchObject([
      { kind: 'rescale', scale: 1 / 127.5, offset: -1 },
      { kind: 'zero-pad', padding: [1, 2, 0, 3] },
      {
        kind: 'conv',
        kernel: [3, 2],
        strides: 2,
        padding: 'same',
        bias: 'none',
        activation: 'none',
      },
      { kind: 'batch-norm', epsilon: 0.01, momentum: 0.99 },
      { kind: 'activation', activation: 'leaky-relu', slope: 0.3 },
      { kind: 'average-pool', size: 3, strides: 2, padding: 'same' },
      { kind: 'conv', kernel: 3, activation: 'gelu' },
      { kind: 'activation', activation: 'relu6' },
      { kind: 'conv', kernel: 2, activation: 'elu' },
      { kind: 'global-average-pool' },
      { kind: 'reshape', shape: [2, 4] },
      { kind: 'flatten' },
      { kind: 'dense', units: 12, activation: 'silu' },
      { kind: 'activation', activation: 'tanh' },
      { kind: 'dense', units: 10, activation: 'none' },
      { kind: 'activation', activation: 'softmax' },
    ]);
  });

  it('says what was left out of it and what was added', async () => {
    expect((await readModelFile(fixture('classic-keras3.keras'), undefined)).notes).toEqual([]);
    expect((await readModelFile(fixture('varied-keras2.h5'), undefined)).notes).toEqual([
      'layer conv2d_2 loses its kernel regularizer',
      'layer spatial_dropout2d (SpatialDropout2D) works in training only and is left out',
      'the state of its optimiser is not that of Adam for these weights, and is left out',
    ]);
    expect((await readModelFile(fixture('rows-keras3.h5'), undefined)).notes[0]).toBe(
      'its last layer makes no probabilities: a softmax was added',
    );
  });

  it.each([
    'classic-keras2.h5',
    'classic-keras2.keras',
    'classic-keras3.h5',
    'classic-keras3.keras',
  ])('%s brings what Adam gathered, of every weight that is trained', async (name) => {
    const { network, optimiser } = await readModelFile(fixture(name), undefined);
    const trainable = parametersOf(network).filter((parameter) => parameter.trainable);
    // Four epochs of 64 samples in batches of 16.
    expect(optimiser?.steps).toBe(16);
    const momentsOf = (moment: string) =>
      trainable.map(({ name: parameter }) => optimiser?.moments.get(`${parameter}/${moment}`));
    expect(momentsOf('first').map((values) => values?.length)).toEqual(
      trainable.map(({ shape }) => sizeOf(shape)),
    );
    expect(momentsOf('first').some((values) => values?.some((value) => value < 0))).toBe(true);
    // A mean of squares is never below 0, so the two were not taken for each other.
    expect(momentsOf('second').every((all) => all?.every((value) => value >= 0))).toBe(true);
  });
});

describe('weights without their network', () => {
  it.each([
    ['classic-keras2-weights.h5', 'classic-keras2.h5'],
    ['classic-keras3.weights.h5', 'classic-keras3.h5'],
  ])('%s are read for a network of the same layers, whatever their names', async (name, whole) => {
    const { network, weights } = await readModelFile(fixture(whole), undefined);
    const renamed = {
      ...network,
      layers: network.layers.map((layer) => ({ ...layer, name: `own_${layer.name}` })),
    };
    const alone = await readModelFile(fixture(name), renamed);
    for (const { name: parameter } of parametersOf(network)) {
      expect(alone.weights.get(`own_${parameter}`)).toEqual(weights.get(parameter));
    }
  });

  it('ask for their network', async () => {
    await expect(
      readModelFile(fixture('classic-keras3.weights.h5'), undefined),
    ).rejects.toMatchObject({
      name: 'Problem',
      message: 'classic-keras3.weights.h5 holds weights without their network',
      remedy: /--network/,
    });
  });

  it.each(['classic-keras2-weights.h5', 'classic-keras3.weights.h5'])(
    '%s are refused for another network',
    async (name) => {
      const { network } = await readModelFile(fixture('rows-keras3.h5'), undefined);
      await expect(readModelFile(fixture(name), network)).rejects.toMatchObject({
        name: 'Problem',
        message: /has weights of 4 layers where rows has 2|has the kernel of layer/,
      });
    },
  );
});
