import type { Network } from '../model/network.js';
import { sizeOf, summarise } from '../model/parameters.js';

/** Enough that a run's own cost is nothing; of 1,000, TensorFlow takes 100 MB more and is no faster. */
const most = 256;

/** Values that one layer may make of all of them: 64 MB. */
const valuesAtOnce = 2 ** 24;

/**
 * How many images to classify in one run: few enough that their memory is bounded, whatever the
 * network, and that other work has its turn in between.
 */
export function imagesAtOnce(network: Network): number {
  const largest = Math.max(...summarise(network).map(({ output }) => sizeOf(output)));
  return Math.max(1, Math.min(most, Math.floor(valuesAtOnce / largest)));
}
