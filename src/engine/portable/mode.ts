import * as tf from '@tensorflow/tfjs-core';
import { batchNormalisation, type LayerOf } from '../../model/network.js';
import type { Variables } from './variables.js';

/** The layers that act one way in training and another when the network is used. */
export interface Mode {
  normalise(x: tf.Tensor, layer: LayerOf<'batch-norm'>, variables: Variables): tf.Tensor;
  drop(x: tf.Tensor, layer: LayerOf<'dropout'>): tf.Tensor;
  /** Told of each convolution's output after its activation: [n, h, w, filters]. */
  onConvolution?(output: tf.Tensor): void;
}

/** Batch normalisation by its moving averages, no dropout. */
export const inference: Mode = {
  normalise: (x, { name, epsilon = batchNormalisation.epsilon }, variables) =>
    tf.batchNorm(
      x,
      variables.get<tf.Tensor1D>(`${name}/moving-mean`),
      variables.get<tf.Tensor1D>(`${name}/moving-variance`),
      variables.get<tf.Tensor1D>(`${name}/beta`),
      variables.get<tf.Tensor1D>(`${name}/gamma`),
      epsilon,
    ),
  drop: (x) => x,
};
