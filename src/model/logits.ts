import type { Layer, Network } from './network.js';

/**
 * The layers up to the logits, of which a softmax makes the probabilities: all of them, the last
 * one without its own softmax where it has one.
 */
export function logitLayers({ layers }: Network): readonly Layer[] {
  const last = layers.at(-1);
  if (!last || !('activation' in last) || last.activation !== 'softmax') return layers;
  return [...layers.slice(0, -1), { ...last, activation: 'none' }];
}
