import * as tf from '@tensorflow/tfjs-core';
import { replacePoolGrad } from './pool-grad.js';

/**
 * The gradient of max pooling, to the first largest value of each window. One walk over the
 * windows: the library's kernel looks for the window of each input value instead, which takes many
 * times as long.
 */
export function replaceMaxPoolGrad(): void {
  replacePoolGrad(tf.MaxPoolGrad, (gradient, x, dx, { start, offsets }) => {
    let largest = start;
    for (let index = 1; index < offsets.length; index++) {
      const candidate = start + offsets[index];
      if (x[candidate] > x[largest]) largest = candidate;
    }
    dx[largest] += gradient;
  });
}
