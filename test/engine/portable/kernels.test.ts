import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadBackend } from '../../../src/engine/portable/load-backend.js';
import { onCpu } from './on-cpu.js';

beforeAll(loadBackend);

function noise(shape: number[], seed: number): tf.Tensor {
  return tf.randomNormal(shape, 0, 1, 'float32', seed);
}

type Shape4D = [number, number, number, number];

type Pair = [number, number];
type Padding = 'valid' | 'same';

function filterGradient(
  x: Shape4D,
  filter: Shape4D,
  strides: Pair = [1, 1],
  padding: Padding = 'valid',
): tf.Tensor {
  const images = noise(x, 1) as tf.Tensor4D;
  return gradientOf((w) => tf.conv2d(images, w as tf.Tensor4D, strides, padding), noise(filter, 2));
}

function inputGradient(
  x: Shape4D,
  filter: Shape4D,
  strides: Pair = [1, 1],
  padding: Padding = 'valid',
): tf.Tensor {
  const kernel = noise(filter, 2) as tf.Tensor4D;
  return gradientOf((x) => tf.conv2d(x as tf.Tensor4D, kernel, strides, padding), noise(x, 1));
}

function poolGradient(
  x: tf.Tensor,
  size: number | Pair,
  strides: number | Pair,
  padding: Padding = 'valid',
): tf.Tensor {
  return gradientOf((x) => tf.maxPool(x as tf.Tensor4D, size, strides, padding), x);
}

function averageGradient(x: tf.Tensor, size: Pair, strides: Pair, padding: Padding): tf.Tensor {
  return gradientOf((x) => tf.avgPool(x as tf.Tensor4D, size, strides, padding), x);
}

function gradientOf(work: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): tf.Tensor {
  return tf.grad(work)(x, noise(work(x).shape, 3));
}

/** Each is computed by our kernel and by the library's in plain JavaScript. */
const cases: Record<string, () => tf.Tensor> = {
  'filter gradient': () => filterGradient([2, 6, 5, 3], [3, 2, 3, 4]),
  'filter gradient of one sample and channel': () => filterGradient([1, 4, 4, 1], [3, 3, 1, 1]),
  'input gradient': () => inputGradient([2, 6, 5, 3], [3, 2, 3, 4]),
  'input gradient of a filter as large as the input': () =>
    inputGradient([2, 3, 3, 5], [3, 3, 5, 2]),
  'filter gradient by steps': () => filterGradient([2, 9, 8, 3], [3, 2, 3, 4], [2, 3]),
  'filter gradient by steps, with a row and a column left over': () =>
    filterGradient([2, 8, 9, 3], [3, 3, 3, 4], [2, 4]),
  'filter gradient with zeros around': () =>
    filterGradient([2, 6, 5, 3], [3, 4, 3, 2], [1, 1], 'same'),
  'filter gradient by steps with zeros around': () =>
    filterGradient([2, 7, 6, 2], [5, 2, 2, 3], [2, 3], 'same'),
  'filter gradient of single pixels by steps': () =>
    filterGradient([2, 5, 6, 3], [1, 1, 3, 4], [2, 2], 'same'),
  'input gradient by steps': () => inputGradient([2, 9, 8, 3], [3, 2, 3, 4], [2, 3]),
  'input gradient by steps, with a row and a column left over': () =>
    inputGradient([2, 8, 9, 3], [3, 3, 3, 4], [2, 4]),
  'input gradient with zeros around': () =>
    inputGradient([2, 6, 5, 3], [3, 4, 3, 2], [1, 1], 'same'),
  'input gradient by steps with zeros around': () =>
    inputGradient([2, 7, 6, 2], [5, 2, 2, 3], [2, 3], 'same'),
  'input gradient by steps wider than the filter': () =>
    inputGradient([2, 9, 9, 2], [2, 1, 2, 3], [3, 2], 'same'),
  'average pool with zeros around that do not count': () =>
    tf.avgPool(noise([2, 5, 7, 3], 1) as tf.Tensor4D, [3, 2], [2, 3], 'same'),
  'average pool of the whole image': () =>
    tf.avgPool(noise([2, 5, 7, 3], 1) as tf.Tensor4D, [5, 7], [5, 7], 'valid'),
  'max pool with padding that is never the largest': () =>
    tf.maxPool(tf.sub(noise([2, 5, 7, 3], 1), 9) as tf.Tensor4D, [3, 2], [2, 3], 'same'),
  'average pool gradient': () => averageGradient(noise([2, 6, 4, 3], 1), [2, 2], [2, 2], 'valid'),
  'average pool gradient of windows that overlap': () =>
    averageGradient(noise([2, 5, 7, 3], 1), [3, 2], [2, 1], 'valid'),
  'average pool gradient by steps wider than the window': () =>
    averageGradient(noise([2, 5, 7, 3], 1), [1, 2], [2, 3], 'valid'),
  'pool gradient with padding': () => poolGradient(noise([2, 5, 7, 3], 1), [3, 2], [2, 3], 'same'),
  'pool gradient of windows that overlap, with padding': () =>
    poolGradient(tf.sub(noise([2, 6, 5, 2], 1), 9), 3, 1, 'same'),
  'pool gradient by steps wider than the window': () =>
    poolGradient(noise([2, 7, 7, 2], 1), [1, 2], [3, 3]),
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

/** The library's own gradient takes what lies in the padding for a part of the image. */
test('the gradient of an average pool with padding gives each value its share', () => {
  // Windows of two with strides of one over three values: [a, b], [b, c] and [c].
  const x = tf.tensor4d([1, 2, 3], [1, 1, 3, 1]);
  const pool = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, [1, 2], [1, 1], 'same');
  const dy = tf.tensor4d([1, 10, 100], [1, 1, 3, 1]);
  expect([...pool(x).dataSync()]).toEqual([1.5, 2.5, 3]);
  expect([...tf.grad(pool)(x, dy).dataSync()]).toEqual([0.5, 5.5, 105]);
});
