import * as tf from '@tensorflow/tfjs-core';
import { batchNormalisation, type LayerOf, type Network } from '../../model/network.js';
import { type KnownLayer, knownLayer } from '../known-layer.js';
import type { Variables } from './variables.js';

/** The layers that act one way in training and another when the network is used. */
export interface Mode {
  normalise(x: tf.Tensor, layer: string, variables: Variables): tf.Tensor;
  drop(x: tf.Tensor, layer: LayerOf<'dropout'>): tf.Tensor;
  /** Told of each convolution's output: [n, h, w, filters]. */
  onConvolution?(output: tf.Tensor): void;
}

/** Batch normalisation by its moving averages, no dropout. */
export const inference: Mode = {
  normalise: (x, layer, variables) =>
    tf.batchNorm(
      x,
      variables.get<tf.Tensor1D>(`${layer}/moving-mean`),
      variables.get<tf.Tensor1D>(`${layer}/moving-variance`),
      variables.get<tf.Tensor1D>(`${layer}/beta`),
      variables.get<tf.Tensor1D>(`${layer}/gamma`),
      batchNormalisation.epsilon,
    ),
  drop: (x) => x,
};

/**
 * Runs images through the network.
 *
 * @param images [n, height, width, channels], 0..1
 * @returns [n, classes], before the softmax of the last layer, which the loss has its own way to take
 */
export function forward(
  network: Network,
  variables: Variables,
  images: tf.Tensor,
  mode: Mode,
): tf.Tensor2D {
  return network.layers.reduce(
    (x, layer) => apply(knownLayer(layer), x, variables, mode),
    images,
  ) as tf.Tensor2D;
}

function apply(layer: KnownLayer, x: tf.Tensor, variables: Variables, mode: Mode): tf.Tensor {
  switch (layer.kind) {
    case 'conv': {
      const output = tf.fused.conv2d({
        x: x as tf.Tensor4D,
        filter: variables.get<tf.Tensor4D>(`${layer.name}/kernel`),
        bias: variables.get(`${layer.name}/bias`),
        strides: 1,
        pad: 'valid',
        activation: layer.activation,
      });
      mode.onConvolution?.(output);
      return output;
    }
    case 'max-pool':
      return tf.maxPool(x as tf.Tensor4D, layer.size, layer.size, 'valid');
    case 'batch-norm':
      return mode.normalise(x, layer.name, variables);
    case 'flatten':
      return tf.reshape(x, [x.shape[0], -1]);
    case 'dropout':
      return mode.drop(x, layer);
    case 'dense':
      return tf.fused.matMul({
        a: x,
        b: variables.get(`${layer.name}/kernel`),
        bias: variables.get(`${layer.name}/bias`),
        activation: layer.activation === 'relu' ? 'relu' : 'linear',
      });
  }
}
