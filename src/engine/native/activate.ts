import { type Activation, slopes } from '../../model/network.js';
import {
  elu,
  erf,
  leakyRelu,
  relu,
  relu6,
  selu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from './graph/activations.js';
import { add, multiply } from './graph/arithmetic.js';
import type { Value } from './graph/graph.js';
import { float32 } from './graph/sources.js';

/**
 * @param x [..., channels]
 * @param slope of `leaky-relu` and `elu`
 */
export function activate(x: Value, activation: Activation, slope?: number): Value {
  switch (activation) {
    case 'none':
      return x;
    case 'relu':
      return relu(x);
    case 'relu6':
      return relu6(x);
    case 'leaky-relu':
      return leakyRelu(x, slope ?? slopes['leaky-relu']);
    case 'elu':
      return slopedElu(x, slope ?? slopes.elu);
    case 'selu':
      return selu(x);
    case 'gelu':
      return gelu(x);
    case 'silu':
      return multiply(x, sigmoid(x));
    case 'sigmoid':
      return sigmoid(x);
    case 'tanh':
      return tanh(x);
    case 'softplus':
      return softplus(x);
    case 'softmax':
      return softmax(x);
  }
}

/** Whether the larger of two values stays the larger, so that a pool may go before the activation. */
export function keepsOrder(activation: Activation): boolean {
  return activation !== 'gelu' && activation !== 'silu' && activation !== 'softmax';
}

/** TensorFlow has that of slope 1; what is above zero stays as it is with any. */
function slopedElu(x: Value, slope: number): Value {
  if (slope === 1) return elu(x);
  const { graph } = x.node;
  return add(multiply(elu(x), float32(graph, slope)), multiply(relu(x), float32(graph, 1 - slope)));
}

/** x times the share of a normal distribution below x (Hendrycks and Gimpel, 2016), without their approximation. */
function gelu(x: Value): Value {
  const { graph } = x.node;
  const within = erf(multiply(x, float32(graph, Math.SQRT1_2)));
  const below = multiply(add(within, float32(graph, 1)), float32(graph, 0.5));
  return multiply(x, below);
}
