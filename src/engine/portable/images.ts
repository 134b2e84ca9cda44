import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network.js';
import { fitImages, imageBytes } from '../fit-images.js';

/**
 * Images as the network takes them.
 *
 * @param images n × 784 bytes
 * @returns [n, height, width, channels]
 */
export function imageTensor(network: Network, images: Uint8Array): tf.Tensor4D {
  const values = new Float32Array(fitImages(network, images));
  const { pixels } = network;
  for (let index = 0; index < values.length; index++) {
    values[index] = pixels ? values[index] * pixels.scale + pixels.offset : values[index] / 255;
  }
  return tf.tensor4d(values, [images.length / imageBytes, ...network.input]);
}
