import * as tf from '@tensorflow/tfjs-core';
import { batchNormalisation } from '../../model/network.js';

/** Mean and variance of each channel over a batch, [channels] each. */
export interface BatchStatistics {
  mean: tf.Tensor;
  /** The biased one, divided by the count. */
  variance: tf.Tensor;
}

/** @param x [..., channels] */
export function batchStatistics(x: tf.Tensor): BatchStatistics {
  const mean = channelMeans(x);
  return { mean, variance: channelMeans(tf.square(tf.sub(x, mean))) };
}

/**
 * Normalises a batch by its own statistics, with a gradient that counts them as functions of the
 * batch (Ioffe and Szegedy, 2015, section 3). Written out because the library's gradient, taken
 * through each operation, costs several times as much.
 *
 * @param x [..., channels]
 * @param scale gamma and beta, [channels] each
 */
export function normaliseByBatch(
  x: tf.Tensor,
  { gamma, beta }: { gamma: tf.Tensor; beta: tf.Tensor },
  { mean, variance }: BatchStatistics,
  epsilon: number = batchNormalisation.epsilon,
): tf.Tensor {
  const inverse = tf.rsqrt(tf.add(variance, epsilon));
  const normalise = tf.customGrad((x, gamma, beta, save) => {
    const normal = tf.mul(tf.sub(x as tf.Tensor, mean), inverse);
    // What is not saved is freed before the gradient is asked for.
    (save as (tensors: tf.Tensor[]) => void)([normal, tf.mul(gamma as tf.Tensor, inverse)]);
    return {
      value: tf.add(tf.mul(normal, gamma as tf.Tensor), beta as tf.Tensor),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => gradients(dy, saved[0], saved[1]),
    };
  });
  return normalise(x, gamma, beta);
}

/**
 * @param scale gamma over the standard deviation
 * @returns the gradients to x, gamma and beta
 */
function gradients(dy: tf.Tensor, normal: tf.Tensor, scale: tf.Tensor) {
  const count = samplesPerChannel(dy);
  const toBeta = channelSums(dy);
  const toGamma = channelSums(tf.mul(dy, normal));
  const throughStatistics = tf.add(tf.mul(normal, tf.div(toGamma, count)), tf.div(toBeta, count));
  const toX = tf.mul(tf.sub(dy, throughStatistics), scale);
  return [toX, toGamma, toBeta];
}

function channelMeans(x: tf.Tensor): tf.Tensor {
  return tf.div(channelSums(x), samplesPerChannel(x));
}

function channelSums(x: tf.Tensor): tf.Tensor {
  return tf.sum(
    x,
    x.shape.slice(1).map((_, axis) => axis),
  );
}

function samplesPerChannel(x: tf.Tensor): number {
  return x.size / x.shape[x.shape.length - 1];
}
