import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

interface Inputs {
  x: tf.Tensor4D;
  dy: tf.Tensor4D;
}

/**
 * The gradient of a convolution to its filter, which the WebAssembly backend lacks: a convolution
 * itself, of the input by the output's gradient, with samples in the place of channels.
 * For stride 1 without padding.
 */
export function registerConv2DBackpropFilter(): void {
  replaceKernel<Inputs, unknown>(
    tf.Conv2DBackpropFilter,
    () =>
      ({ inputs: { x, dy } }) =>
        tf.tidy(() => {
          const channelsAsSamples = tf.transpose(x, [3, 1, 2, 0]);
          const filter = tf.transpose(dy, [1, 2, 0, 3]);
          const gradient = tf.conv2d(channelsAsSamples, filter, 1, 'valid');
          return tf.transpose(gradient, [1, 2, 0, 3]);
        }),
  );
}
