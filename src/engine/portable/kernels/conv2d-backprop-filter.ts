import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

interface Inputs {
  x: tf.Tensor4D;
  dy: tf.Tensor4D;
}

interface Attributes {
  strides: number | [number, number];
  pad: 'valid' | 'same';
  filterShape: [number, number, number, number];
}

/**
 * The gradient of a convolution to its filter, which the WebAssembly backend lacks: a convolution
 * itself, of the input by the output's gradient, with samples in the place of channels. What the
 * convolution stepped over lies between two values of the gradient.
 */
export function registerConv2DBackpropFilter(): void {
  replaceKernel<Inputs, Attributes>(
    tf.Conv2DBackpropFilter,
    () =>
      ({ inputs: { x, dy }, attrs: { strides, pad, filterShape } }) =>
        tf.tidy(() => {
          const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad);
          const channelsAsSamples = tf.transpose(seenBy(info, x), [3, 1, 2, 0]);
          const filter = tf.transpose(dy, [1, 2, 0, 3]);
          const steps: [number, number] = [info.strideHeight, info.strideWidth];
          const gradient = tf.conv2d(channelsAsSamples, filter, 1, 'valid', 'NHWC', steps);
          return tf.transpose(gradient, [1, 2, 0, 3]);
        }),
  );
}

/** What the windows of a convolution reach of its input, with the zeros around it. */
function seenBy(info: tf.backend_util.Conv2DInfo, x: tf.Tensor4D): tf.Tensor4D {
  const { top, left } = info.padInfo;
  const height = (info.outHeight - 1) * info.strideHeight + info.filterHeight;
  const width = (info.outWidth - 1) * info.strideWidth + info.filterWidth;
  const [below, right] = [height - top - info.inHeight, width - left - info.inWidth];
  if (top === 0 && left === 0 && below === 0 && right === 0) return x;
  const around: [number, number][] = [
    [0, 0],
    [top, Math.max(0, below)],
    [left, Math.max(0, right)],
    [0, 0],
  ];
  return tf.slice4d(tf.pad(x, around), [0, 0, 0, 0], [x.shape[0], height, width, x.shape[3]]);
}
