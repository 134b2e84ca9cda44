import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../../src/model/network.js';
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
