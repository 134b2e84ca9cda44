import * as tf from '@tensorflow/tfjs-core';
import { type Activation, slopes } from '../../model/network.js';

/**
 * @param x [..., channels]
 * @param slope of `leaky-relu` and `elu`
 */
export function activate(x: tf.Tensor, activation: Activation, slope?: number): tf.Tensor {
  switch (activation) {
    case 'none':
      return x;
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.relu6(x);
    case 'leaky-relu':
      return tf.leakyRelu(x, slope ?? slopes['leaky-relu']);
    case 'elu':
      return elu(x, slope ?? slopes.elu);
    case 'selu':
      return tf.selu(x);
    case 'gelu':
      return gelu(x);
    case 'silu':
      return tf.mul(x, tf.sigmoid(x));
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tf.tanh(x);
    case 'softplus':
      return tf.softplus(x);
    case 'softmax':
      return tf.softmax(x);
  }
}

/** The library has that of slope 1; what is above zero stays as it is with any. */
function elu(x: tf.Tensor, slope: number): tf.Tensor {
  if (slope === 1) return tf.elu(x);
  return tf.add(tf.mul(tf.elu(x), slope), tf.mul(tf.relu(x), 1 - slope));
}

/** x times the share of a normal distribution below x (Hendrycks and Gimpel, 2016), without their approximation. */
function gelu(x: tf.Tensor): tf.Tensor {
  const below = tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5);
  return tf.mul(x, below);
}
