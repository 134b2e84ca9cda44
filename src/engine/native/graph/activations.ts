import type { Value } from './graph.js';
import { float, shaped } from './operation.js';

export function relu(x: Value): Value {
  return shaped('Relu', [x]);
}

export function relu6(x: Value): Value {
  return shaped('Relu6', [x]);
}

/** What is below zero is multiplied by the slope, which is 0 or more. */
export function leakyRelu(x: Value, slope: number): Value {
  return shaped('LeakyRelu', [x], { ...float, alpha: { float: slope } });
}

/** exp(x) - 1 below zero. */
export function elu(x: Value): Value {
  return shaped('Elu', [x]);
}

export function selu(x: Value): Value {
  return shaped('Selu', [x]);
}

/** The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
export function erf(x: Value): Value {
  return shaped('Erf', [x]);
}

export function sigmoid(x: Value): Value {
  return shaped('Sigmoid', [x]);
}

export function tanh(x: Value): Value {
  return shaped('Tanh', [x]);
}

export function softplus(x: Value): Value {
  return shaped('Softplus', [x]);
}

/** @param x [..., channels] @returns channels that sum to 1 */
export function softmax(x: Value): Value {
  return shaped('Softmax', [x]);
}
