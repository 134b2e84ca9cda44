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

/** One window of one channel: its values are at `start` and the offsets from there. */
export interface PooledWindow {
  start: number;
  offsets: Int32Array;
}

/**
 * Gives the gradient of a pooled value to the values of its window.
 *
 * @param x what was pooled
 * @param dx gradients of those values, to be added to
 */
type Share = (
  gradient: number,
  x: ArrayLike<number>,
  dx: { [index: number]: number },
  window: PooledWindow,
) => void;

/** Replaces the gradient of a pooling by one walk over its windows. */
export function replacePoolGrad(
  kernel: typeof tf.AvgPoolGrad | typeof tf.MaxPoolGrad,
  share: Share,
): void {
  replaceKernel<Inputs, Attributes>(kernel, () => ({ inputs, attrs, backend }) => {
    const { filterSize, strides, pad } = attrs;
    const pool = tf.backend_util.computePool2DInfo(inputs.input.shape, filterSize, strides, 1, pad);
    const output = backend.makeOutput(inputs.input.shape, 'float32');
    // Views come after the allocation, which may move the heap.
    const x = backend.typedArrayFromHeap(inputs.input);
    const dy = backend.typedArrayFromHeap(inputs.dy);
    const dx = backend.typedArrayFromHeap(output).fill(0);
    const imageSize = pool.inHeight * pool.inWidth * pool.inChannels;
    const windows = poolWindows(pool);
    // One object for all windows: there are hundreds of thousands in a step.
    const window: PooledWindow = { start: 0, offsets: new Int32Array() };
    let pooled = 0;
    for (let image = 0; image < pool.batchSize * imageSize; image += imageSize) {
      for (const { first, offsets } of windows) {
        window.offsets = offsets;
        for (let channel = 0; channel < pool.inChannels; channel++) {
          window.start = image + first + channel;
          share(dy[pooled++], x, dx, window);
        }
      }
    }
    return output;
  });
}
