import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network.js';
import { sizeOf } from '../../model/parameters.js';

/** @returns [n, height, width, channels] from n images' bytes, 0..1 */
export function imageTensor(network: Network, bytes: Uint8Array): tf.Tensor4D {
  const values = new Float32Array(bytes);
  for (let index = 0; index < values.length; index++) values[index] /= 255;
  return tf.tensor4d(values, [bytes.length / sizeOf(network.input), ...network.input]);
}
