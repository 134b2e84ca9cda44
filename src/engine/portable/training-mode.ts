import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../core/random.js';
import { averageMomentum, type LayerOf } from '../../model/network.js';
import { hashOf } from '../hash.js';
import { batchStatistics, normaliseByBatch } from './batch-norm.js';
import type { Mode } from './mode.js';

/**
 * Batch normalisation by the batch's own statistics, which move the averages; dropout by masks that
 * come of seed, step and layer alone, so that a run that goes on after a pause sees the same ones.
 *
 * @returns the mode of each step, counted from 1
 */
export function trainingMode(seed: number): (step: number) => Mode {
  return (step) => ({
    normalise: (x, layer, variables) => {
      const statistics = batchStatistics(x);
      // The averages take the biased variance, as TensorFlow.js layers do. Keras takes the unbiased
      // one after a convolution, where the batch is so large that they hardly differ.
      const share = 1 - averageMomentum(step, layer.momentum);
      moveAverage(variables.get(`${layer.name}/moving-mean`), statistics.mean, share);
      moveAverage(variables.get(`${layer.name}/moving-variance`), statistics.variance, share);
      const gamma = variables.get(`${layer.name}/gamma`);
      const beta = variables.get(`${layer.name}/beta`);
      return normaliseByBatch(x, { gamma, beta }, statistics, layer.epsilon);
    },
    drop: (x, layer) => tf.mul(x, dropoutMask(x.shape, layer, { seed, step })),
  });
}

function moveAverage(average: tf.Variable, value: tf.Tensor, share: number): void {
  average.assign(tf.add(average, tf.mul(tf.sub(value, average), share)));
}

/** Zeros at the given rate; what is kept is scaled up, so that the expected sum stays. */
function dropoutMask(
  shape: number[],
  { name, rate }: LayerOf<'dropout'>,
  { seed, step }: { seed: number; step: number },
): tf.Tensor {
  const random = createRandom(hashOf(`${seed} ${step} ${name}`));
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(tf.util.sizeFromShape(shape));
  for (let index = 0; index < mask.length; index++) {
    mask[index] = random.uniform() < rate ? 0 : kept;
  }
  return tf.tensor(mask, shape);
}
