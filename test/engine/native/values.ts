import { createRandom } from '../../../src/core/random.js';
import type { Network } from '../../../src/model/network.js';
import { initialWeights, type Weights } from '../../../src/model/weights.js';
import { smallNetwork } from '../portable/samples.js';

/** The small network with no dropout: two implementations cannot draw the same masks. */
export const steadyNetwork: Network = {
  ...smallNetwork,
  layers: smallNetwork.layers.filter((layer) => layer.kind !== 'dropout'),
};

/** Weights with nothing at its first value, so that each counts: variances are 0.5 to 1.5. */
export function stirredWeights(network: Network, seed: number): Weights {
  const random = createRandom(seed);
  const stir = (values: Float32Array) => values.map((value) => value + random.uniform() - 0.5);
  return new Map(
    [...initialWeights(network, seed)].map(([name, values]) => [
      name,
      name.endsWith('/kernel') ? values : stir(values),
    ]),
  );
}

/** The largest difference between two rows of values; infinite where one is longer or absent. */
export function largestDifference(
  some: ArrayLike<number> | undefined,
  others: ArrayLike<number> | undefined,
): number {
  if (!some || !others || some.length !== others.length) return Number.POSITIVE_INFINITY;
  const differences = Array.from(some, (value, index) => Math.abs(value - others[index]));
  return differences.reduce((largest, difference) => Math.max(largest, difference), 0);
}

/** The same over all weights. */
export function distance(some: Weights, others: Weights): number {
  return Math.max(
    ...[...some].map(([name, values]) => largestDifference(values, others.get(name))),
  );
}
