import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadBackend } from '../../../src/engine/portable/load-backend.js';
import { onCpu } from './on-cpu.js';

beforeAll(loadBackend);

function noise(shape: number[], seed: number): tf.Tensor {
  return tf.randomNormal(shape, 0, 1, 'float32', seed);
}

type Shape4D = [number, number, number, number];

function filterGradient(x: Shape4D, filter: Shape4D): tf.Tensor {
  const convolve = tf.grad((w) =>
    tf.conv2d(noise(x, 1) as tf.Tensor4D, w as tf.Tensor4D, 1, 'valid'),
  );
  return convolve(noise(filter, 2), noise(outputShape(x, filter), 3));
}

function inputGradient(x: Shape4D, filter: Shape4D): tf.Tensor {
  const convolve = tf.grad((x) =>
    tf.conv2d(x as tf.Tensor4D, noise(filter, 2) as tf.Tensor4D, 1, 'valid'),
  );
  return convolve(noise(x, 1), noise(outputShape(x, filter), 3));
}

function outputShape(x: Shape4D, filter: Shape4D): number[] {
  return [x[0], x[1] - filter[0] + 1, x[2] - filter[1] + 1, filter[3]];
}

function poolGradient(x: tf.Tensor, size: number, stride: number): tf.Tensor {
  const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, size, stride, 'valid');
  return tf.grad(pool)(x, noise(pool(x).shape, 3));
}

/** Each is computed by our kernel and by the library's in plain JavaScript. */
const cases: Record<string, () => tf.Tensor> = {
  'filter gradient': () => filterGradient([2, 6, 5, 3], [3, 2, 3, 4]),
  'filter gradient of one sample and channel': () => filterGradient([1, 4, 4, 1], [3, 3, 1, 1]),
  'input gradient': () => inputGradient([2, 6, 5, 3], [3, 2, 3, 4]),
  'input gradient of a filter as large as the input': () =>
    inputGradient([2, 3, 3, 5], [3, 3, 5, 2]),
  'pool gradient': () => poolGradient(noise([2, 6, 4, 3], 1), 2, 2),
  'pool gradient where a row and a column are left over': () =>
    poolGradient(noise([2, 5, 7, 3], 1), 2, 2),
  'pool gradient of windows that overlap': () => poolGradient(noise([1, 5, 5, 2], 1), 3, 1),
  'pool gradient of a flat image, to the first value': () =>
    poolGradient(tf.ones([1, 4, 4, 2]), 2, 2),
  'sum over all but channels': () => tf.sum(noise([3, 5, 2, 8], 1), [0, 1, 2]),
  'sum over all but channels that are not fours': () => tf.sum(noise([7, 10], 1), [0]),
  'sum with axes kept': () => tf.sum(noise([3, 5, 4], 1), [0, 1], true),
  'sum over channels': () => tf.sum(noise([3, 5, 4], 1), [2]),
  'sum of everything': () => tf.sum(noise([8], 1)),
  'sum of whole numbers': () => tf.sum(tf.ones([3, 4], 'int32'), [0]),
  product: () => tf.matMul(noise([2, 3], 1), noise([3, 4], 2)),
  'product, first transposed': () => tf.matMul(noise([3, 2], 1), noise([3, 4], 2), true, false),
  'product, second transposed': () => tf.matMul(noise([2, 3], 1), noise([4, 3], 2), false, true),
  'products of a batch, both transposed': () =>
    tf.matMul(noise([5, 3, 2], 1), noise([5, 4, 3], 2), true, true),
};

describe('a kernel of ours gives what the library gives', () => {
  test.each(Object.entries(cases))('%s', async (_, compute) => {
    const ours = compute();
    const values = ours.dataSync();
    const { expected, expectedValues } = await onCpu(() => {
      const expected = compute();
      return { expected, expectedValues: expected.dataSync() };
    });

    expect(ours.shape).toEqual(expected.shape);
    expect(values.length).toBeGreaterThan(0);
    for (const [index, value] of values.entries())
      expect(value).toBeCloseTo(expectedValues[index], 4);
  });
});
