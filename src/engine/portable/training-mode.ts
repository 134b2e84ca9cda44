import * as tf from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '../../core/random.js';
import { averageMomentum } from '../../model/network.js';
import { batchStatistics, normaliseByBatch } from './batch-norm.js';
import type { Mode } from './forward.js';
import type { Variables } from './variables.js';

/**
 * Batch normalisation by the batch's own statistics, which move the averages; dropout by masks from
 * one stream of numbers, so that every step has another mask and every run of one seed the same.
 *
 * @returns the mode of each step, counted from 1
 */
export function trainingMode(seed: number): (step: number) => Mode {
  const random = createRandom(seed);
  return (step) => ({
    normalise: (x, layer, variables) => {
      const statistics = batchStatistics(x);
      // The averages take the biased variance, as TensorFlow.js layers do. Keras takes the unbiased
      // one after a convolution, where the batch is so large that they hardly differ.
      moveAverage(variables, `${layer}/moving-mean`, statistics.mean, step);
      moveAverage(variables, `${layer}/moving-variance`, statistics.variance, step);
      const gamma = variables.get(`${layer}/gamma`);
      const beta = variables.get(`${layer}/beta`);
      return normaliseByBatch(x, gamma, beta, statistics);
    },
    drop: (x, rate) => tf.mul(x, dropoutMask(x.shape, rate, random)),
  });
}

function moveAverage(variables: Variables, name: string, value: tf.Tensor, step: number): void {
  const average = variables.get(name);
  const move = tf.mul(tf.sub(value, average), 1 - averageMomentum(step));
  average.assign(tf.add(average, move));
}

/** Zeros at the given rate; what is kept is scaled up, so that the expected sum stays. */
function dropoutMask(shape: number[], rate: number, random: Random): tf.Tensor {
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(tf.util.sizeFromShape(shape));
  for (let index = 0; index < mask.length; index++) {
    mask[index] = random.uniform() < rate ? 0 : kept;
  }
  return tf.tensor(mask, shape);
}
