import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

interface Inputs {
  dy: tf.TensorInfo;
  input: tf.Tensor4D;
}

interface Attributes {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: 'valid';
}

/**
 * The gradient of max pooling without padding, to the first largest value of each window. One walk
 * over the windows: the library's kernel looks for the window of each input value instead, which
 * takes many times as long.
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
    const channels = pool.inChannels;
    const offsets = windowOffsets(pool);

    let window = 0;
    for (let sample = 0; sample < pool.batchSize; sample++) {
      for (let row = 0; row < pool.outHeight; row++) {
        for (let column = 0; column < pool.outWidth; column++) {
          const y = (sample * pool.inHeight + row * pool.strideHeight) * pool.inWidth;
          const corner = (y + column * pool.strideWidth) * channels;
          for (let channel = 0; channel < channels; channel++) {
            let largest = corner + channel;
            for (let index = 1; index < offsets.length; index++) {
              const candidate = corner + channel + offsets[index];
              if (x[candidate] > x[largest]) largest = candidate;
            }
            dx[largest] += dy[window++];
          }
        }
      }
    }
    return output;
  });
}

/** Where the values of a window lie, counted from its first, in the order of rows. */
function windowOffsets(pool: tf.backend_util.Conv2DInfo): Int32Array {
  const { filterHeight, filterWidth, inWidth, inChannels } = pool;
  return Int32Array.from({ length: filterHeight * filterWidth }, (_, index) => {
    const row = Math.floor(index / filterWidth);
    return (row * inWidth + (index % filterWidth)) * inChannels;
  });
}
