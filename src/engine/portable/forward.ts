import type * as tf from '@tensorflow/tfjs-core';
import { logitLayers } from '../../model/logits.js';
import type { Network } from '../../model/network.js';
import { applyLayer } from './apply-layer.js';
import type { Mode } from './mode.js';
import type { Variables } from './variables.js';

/**
 * Runs images through the network.
 *
 * @param images [n, height, width, channels], as the network takes them
 * @returns [n, classes], before the softmax of the last layer, which the loss has its own way to take
 */
export function forward(
  network: Network,
  variables: Variables,
  images: tf.Tensor,
  mode: Mode,
): tf.Tensor2D {
  return logitLayers(network).reduce(
    (x, layer) => applyLayer(layer, x, variables, mode),
    images,
  ) as tf.Tensor2D;
}
