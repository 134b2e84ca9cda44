import * as tf from '@tensorflow/tfjs-core';
import { replacePoolGrad } from './pool-grad.js';

/**
 * The gradient of average pooling: an even share to each value that a window has of the image. The
 * library divides by the size of the whole window, also where part of it is padding, which its own
 * pooling does not count.
 */
export function replaceAvgPoolGrad(): void {
  replacePoolGrad(tf.AvgPoolGrad, (gradient, _, dx, { start, offsets }) => {
    const share = gradient / offsets.length;
    for (let index = 0; index < offsets.length; index++) dx[start + offsets[index]] += share;
  });
}
