import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

interface Inputs {
  dy: tf.Tensor4D;
  filter: tf.Tensor4D;
}

interface Attributes {
  strides: number | [number, number];
  pad: 'valid' | 'same';
  inputShape: [number, number, number, number];
}

/**
 * The gradient of a convolution to its input: one matrix product gives what each output position
 * sends to its patch of the input, and the patches are added where they overlap. The library's own
 * kernel takes many times as long; a convolution of the padded gradient by the filter turned half
 * round multiplies up to 2.8 times as often.
 */
export function replaceConv2DBackpropInput(): void {
  replaceKernel<Inputs, Attributes>(
    tf.Conv2DBackpropInput,
    () =>
      ({ inputs: { dy, filter }, attrs: { strides, pad, inputShape }, backend }) =>
        tf.tidy(() => {
          const [height, width, inputs, outputs] = filter.shape;
          const positions = tf.reshape(dy, [-1, outputs]);
          const columns = tf.reshape(filter, [height * width * inputs, outputs]);
          const patches = tf.matMul(positions, columns, false, true);
          const output = backend.makeOutput(inputShape, 'float32');
          // Views come after the allocations, which may move the heap.
          addPatches(
            tf.backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad),
            backend.typedArrayFromHeap(patches),
            backend.typedArrayFromHeap(output),
          );
          return tf.engine().makeTensorFromTensorInfo(output);
        }),
  );
}

/**
 * @param from one patch an output position, each [filter height, filter width, channels]
 * @param to [samples, height, width, channels]
 */
function addPatches(
  info: tf.backend_util.Conv2DInfo,
  from: tf.TypedArray,
  to: tf.TypedArray,
): void {
  const { inHeight, inWidth, inChannels, filterHeight, filterWidth, padInfo } = info;
  const line = inWidth * inChannels;
  const patchLine = filterWidth * inChannels;
  to.fill(0);
  let patch = 0;
  for (let sample = 0; sample < info.batchSize; sample++) {
    for (let row = 0; row < info.outHeight; row++) {
      const top = row * info.strideHeight - padInfo.top;
      const [firstRow, rowsEnd] = within(top, filterHeight, inHeight);
      for (let column = 0; column < info.outWidth; column++) {
        const left = column * info.strideWidth - padInfo.left;
        const [firstColumn, columnsEnd] = within(left, filterWidth, inWidth);
        const length = (columnsEnd - firstColumn) * inChannels;
        for (let inner = firstRow; inner < rowsEnd; inner++) {
          const source = patch + inner * patchLine + firstColumn * inChannels;
          const target =
            (sample * inHeight + top + inner) * line + (left + firstColumn) * inChannels;
          for (let index = 0; index < length; index++) {
            to[target + index] += from[source + index];
          }
        }
        patch += filterHeight * patchLine;
      }
    }
  }
}

/** The part of a window that lies in the image: the first place, and the one after the last. */
function within(start: number, size: number, side: number): [first: number, end: number] {
  return [Math.max(0, -start), Math.min(size, side - start)];
}
