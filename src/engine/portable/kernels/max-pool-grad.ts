import * as tf from '@tensorflow/tfjs-core';
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
    const windows = windowsOf(pool);
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

/** A window of one image: where its first value lies, and its values counted from there. */
interface PoolWindow {
  first: number;
  offsets: Int32Array;
}

/** All windows in the order of rows, without what lies in the padding. */
function windowsOf(pool: tf.backend_util.Conv2DInfo): PoolWindow[] {
  const { padInfo, filterHeight, filterWidth, inHeight, inWidth, inChannels } = pool;
  const tops = Array.from({ length: pool.outHeight }, (_, row) => row * pool.strideHeight);
  const lefts = Array.from({ length: pool.outWidth }, (_, column) => column * pool.strideWidth);
  return tops.flatMap((top) => {
    const [row, rowsEnd] = within(top - padInfo.top, filterHeight, inHeight);
    return lefts.map((left) => {
      const [column, columnsEnd] = within(left - padInfo.left, filterWidth, inWidth);
      return {
        first: (row * inWidth + column) * inChannels,
        offsets: offsetsOf(rowsEnd - row, columnsEnd - column, pool),
      };
    });
  });
}

/** The part of a window that lies in the image, by its first place there and the one after its last. */
function within(start: number, size: number, side: number): [first: number, end: number] {
  return [Math.max(0, start), Math.min(side, start + size)];
}

function offsetsOf(
  height: number,
  width: number,
  { inWidth, inChannels }: tf.backend_util.Conv2DInfo,
): Int32Array {
  return Int32Array.from({ length: height * width }, (_, index) => {
    const row = Math.floor(index / width);
    return (row * inWidth + (index % width)) * inChannels;
  });
}
