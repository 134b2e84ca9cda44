import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { activations, type Layer, type Network } from '../../../src/model/network.js';
import type { Weights } from '../../../src/model/weights.js';
import { layersModel } from '../../engine/portable/layers-model.js';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));

/** Path of a model that make_fixtures.py made. */
export function fixture(name: string): string {
  return join(folder, name);
}

interface Recorded {
  /** What bytes are multiplied by for this model. */
  scale: number;
  /** Of each image of `patterns`, by Keras. */
  probabilities: number[][];
}

/** What Keras said of the patterns. */
export function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(fixture('recorded.json'), 'utf8'))[name];
}

/** The six images of make_fixtures.py, each byte times `scale`: 6 × 784, light on dark. */
export function patterns(scale: number): Float32Array {
  return Float32Array.from({ length: 6 * 784 }, (_, at) => {
    const image = Math.floor(at / 784);
    return (((at % 784) * (3 * image + 7)) % 256) * scale;
  });
}

/** Probabilities by the layers of TensorFlow.js, which none of our engines is part of. */
export async function judge(
  network: Network,
  weights: Weights,
  images: Float32Array,
): Promise<Float32Array> {
  await tf.setBackend('cpu');
  return tf.tidy(() => {
    const [height, width] = network.input;
    const x = tf.tensor4d(images, [images.length / (height * width), height, width, 1]);
    const output = layersModel(network, weights).predict(x) as tf.Tensor2D;
    const last = network.layers[network.layers.length - 1];
    const isSoftmax = 'activation' in last && last.activation === 'softmax';
    return (isSoftmax ? output : tf.softmax(output)).dataSync<'float32'>();
  });
}

/** The largest difference between two lists of numbers of the same length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} numbers and ${b.length}`);
  return Array.from(a).reduce((most, value, at) => Math.max(most, Math.abs(value - b[at])), 0);
}

/** Every kind of layer, and every activation that other programs have another way for. */
export const varied: Network = {
  name: 'varied',
  input: [28, 28, 1],
  layers: [
    { kind: 'zero-pad', name: 'pad', padding: [1, 0, 0, 2] },
    {
      kind: 'conv',
      name: 'first/conv',
      filters: 4,
      kernel: [3, 2],
      strides: [2, 1],
      padding: 'same',
      activation: 'relu6',
      bias: 'none',
    },
    { kind: 'batch-norm', name: 'norm', epsilon: 0.01, momentum: 0.9 },
    { kind: 'average-pool', name: 'mean', size: [2, 3], strides: 2, padding: 'same' },
    { kind: 'activation', name: 'leak', activation: 'leaky-relu', slope: 0.1 },
    { kind: 'conv', name: 'second', filters: 6, kernel: 3, activation: 'elu' },
    { kind: 'max-pool', name: 'most', size: 3, strides: 2 },
    { kind: 'activation', name: 'gelu', activation: 'gelu' },
    { kind: 'rescale', name: 'scale', scale: 2, offset: -0.5 },
    { kind: 'global-average-pool', name: 'average' },
    { kind: 'reshape', name: 'shape', shape: [3, 2] },
    { kind: 'flatten', name: 'flat' },
    { kind: 'dropout', name: 'drop', rate: 0.25 },
    { kind: 'dense', name: 'hidden', units: 7, activation: 'silu' },
    { kind: 'activation', name: 'curve', activation: 'softplus' },
    { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' },
  ],
};

/** Every activation, one after another. */
export const lively: Network = {
  name: 'lively',
  input: [28, 28, 1],
  layers: [
    ...activations.flatMap((activation): Layer[] => {
      const conv = { kind: 'conv', name: `conv-${activation}`, filters: 3, kernel: 1 } as const;
      // The judge's library has this one as a layer only.
      if (activation !== 'leaky-relu') return [{ ...conv, activation }];
      const layer = { kind: 'activation', name: `own-${activation}`, activation } as const;
      return [{ ...conv, activation: 'none' }, layer];
    }),
    { kind: 'max-pool', name: 'most', size: 7 },
    { kind: 'flatten', name: 'flat' },
    { kind: 'dense', name: 'digits', units: 10, activation: 'none' },
  ],
};
