import * as tf from '@tensorflow/tfjs-core';
import { poolWindows } from './pool-windows.js';
import { replaceKernel } from './replace-kernel.js';

interface Inputs {
  dy: tf.TensorInfo;
  input: tf.Tensor4D;
}

interface Attributes {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: 'valid' | 'same';
}

/**
 * The gradient of average pooling: an even share to each value that a window has of the image. The
 * library divides by the size of the whole window, also where part of it is padding, which its own
 * pooling does not count.
 */
export function replaceAvgPoolGrad(): void {
  replaceKernel<Inputs, Attributes>(tf.AvgPoolGrad, () => ({ inputs, attrs, backend }) => {
    const { filterSize, strides, pad } = attrs;
    const pool = tf.backend_util.computePool2DInfo(inputs.input.shape, filterSize, strides, 1, pad);
    const output = backend.makeOutput(inputs.input.shape, 'float32');
    // Views come after the allocation, which may move the heap.
    const dy = backend.typedArrayFromHeap(inputs.dy);
    const dx = backend.typedArrayFromHeap(output).fill(0);
    const windows = poolWindows(pool);
    const imageSize = pool.inHeight * pool.inWidth * pool.inChannels;

    let pooled = 0;
    for (let image = 0; image < pool.batchSize * imageSize; image += imageSize) {
      for (const { first, offsets } of windows) {
        for (let channel = 0; channel < pool.inChannels; channel++) {
          const share = dy[pooled++] / offsets.length;
          const start = image + first + channel;
          for (let index = 0; index < offsets.length; index++) dx[start + offsets[index]] += share;
        }
      }
    }
    return output;
  });
}
