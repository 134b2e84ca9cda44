import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';

/** Computes by the library's plain JavaScript, which none of our kernels is part of. */
export async function onCpu<Result>(compute: () => Result): Promise<Result> {
  await tf.setBackend('cpu');
  try {
    return compute();
  } finally {
    await tf.setBackend('wasm');
  }
}
