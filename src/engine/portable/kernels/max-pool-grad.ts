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
 * The gradient of max pooling, to the first largest value of each window. One walk over the
 * windows: the library's kernel looks for the window of each input value instead, which takes many
 * times as long.
 */
export function replaceMaxPoolGrad(): void {
  replaceKernel<Inputs, Attributes>(tf.MaxPoolGrad, () => ({ inputs, attrs, backend }) => {
    const { filterSize, strides, pad } = attrs;
    const pool = tf.backend_util.computePool2DInfo(inputs.input.shape, filterSize, strides, 1, pad);
    const output = backend.makeOutput(inputs.input.shape, 'float32');
    // Views come after the allocation, which may move the heap.
    const x = backend.typedArrayFromHeap(inputs.input);
    const dy = backend.typedArrayFromHeap(inputs.dy);
    const dx = backend.typedArrayFromHeap(output).fill(0);
    const windows = poolWindows(pool);
    const imageSize = pool.inHeight * pool.inWidth * pool.inChannels;

    let pooled = 0;
    for (let image = 0; image < pool.batchSize * imageSize; image += imageSize) {
      for (const { first, offsets } of windows) {
        for (let channel = 0; channel < pool.inChannels; channel++) {
          const start = image + first + channel;
          let largest = start;
          for (let index = 1; index < offsets.length; index++) {
            const candidate = start + offsets[index];
            if (x[candidate] > x[largest]) largest = candidate;
          }
          dx[largest] += dy[pooled++];
        }
      }
    }
    return output;
  });
}
