import { Problem } from '../core/problem.js';
import type { Layer, Network } from './network.js';
import { parametersOf } from './parameters.js';
import type { Weights } from './weights.js';

/** Layers behind the last one with a kernel that leave the ten values in their order. */
const keepsOrder: readonly Layer['kind'][] = [
  'activation',
  'batch-norm',
  'dropout',
  'flatten',
  'global-average-pool',
  'global-max-pool',
  'reshape',
];

/**
 * Lets a network's outputs be those of 0 to 9 in this order.
 *
 * @param classes the digit that each of its outputs stands for now
 * @returns weights whose last kernel has its columns in the order of the digits, as has all that follows it
 * @throws Problem where the network ends in another way than by ten values of one layer
 */
export function inDigitOrder(
  network: Network,
  weights: Weights,
  classes: readonly number[],
): Weights {
  const last = network.layers.findLastIndex(({ kind }) => kind === 'dense' || kind === 'conv');
  const following = network.layers.slice(last + 1);
  if (last === -1 || !following.every(({ kind }) => keepsOrder.includes(kind))) {
    throw new Problem('the classes of this network cannot be put in order', {
      remedy: 'give it its outputs in the order of 0 to 9 where it was made',
    });
  }
  const names = new Set([network.layers[last], ...following].map(({ name }) => name));
  const ordered = new Map(weights);
  for (const { name, layer, shape } of parametersOf(network)) {
    const values = weights.get(name);
    if (values && names.has(layer)) {
      ordered.set(name, inOrder(values, shape[shape.length - 1], classes));
    }
  }
  return ordered;
}

/** @param width length of the last axis, which is put in order: as many as there are classes */
function inOrder(values: Float32Array, width: number, classes: readonly number[]): Float32Array {
  const ordered = new Float32Array(values.length);
  values.forEach((value, index) => {
    const column = index % width;
    ordered[index - column + classes[column]] = value;
  });
  return ordered;
}
