import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

interface Inputs {
  a: tf.Tensor;
  b: tf.Tensor;
}

interface Attributes {
  transposeA: boolean;
  transposeB: boolean;
}

/**
 * Transposes before it multiplies: the library's kernel has a quick way only for matrices that are
 * not transposed, and gradients of dense layers always are.
 */
export function replaceMatMul(): void {
  replaceKernel<Inputs, Attributes>(
    tf.BatchMatMul,
    (multiply) =>
      ({ inputs, attrs, backend }) =>
        tf.tidy(() => {
          const a = attrs.transposeA ? transposed(inputs.a) : inputs.a;
          const b = attrs.transposeB ? transposed(inputs.b) : inputs.b;
          const product = multiply({
            inputs: { a, b },
            attrs: { transposeA: false, transposeB: false },
            backend,
          });
          return tf.engine().makeTensorFromTensorInfo(product);
        }),
  );
}

/** Swaps the last two axes. */
function transposed(matrices: tf.Tensor): tf.Tensor {
  const axes = matrices.shape.map((_, axis) => axis);
  return tf.transpose(matrices, [...axes.slice(0, -2), axes.length - 1, axes.length - 2]);
}
