import { setImmediate } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network.js';
import { convolutionsOf } from '../../model/parameters.js';
import type { ConvolutionOutput } from '../engine.js';
import { imageBytes } from '../fit-images.js';
import { imagesAtOnce } from '../images-at-once.js';
import { forward } from './forward.js';
import { imageTensor } from './images.js';
import { inference } from './mode.js';
import type { Variables } from './variables.js';

/**
 * Classifies a few hundred images at a time, to bound the memory, and lets other work in between.
 *
 * @param images n × 784 bytes
 * @returns n × 10 probabilities
 */
export async function classify(
  network: Network,
  variables: Variables,
  images: Uint8Array,
): Promise<Float32Array> {
  const chunk = imagesAtOnce(network) * imageBytes;
  const parts: Float32Array[] = [];
  for (let start = 0; start < images.length; start += chunk) {
    await setImmediate();
    parts.push(
      tf.tidy(() => {
        const pixels = imageTensor(network, images.subarray(start, start + chunk));
        return tf.softmax(forward(network, variables, pixels, inference)).dataSync<'float32'>();
      }),
    );
  }
  return joined(parts);
}

/**
 * What each convolution makes of one image.
 *
 * @param image 784 bytes
 */
export function convolutions(
  network: Network,
  variables: Variables,
  image: Uint8Array,
): ConvolutionOutput[] {
  const values: Float32Array[] = [];
  const onConvolution = (output: tf.Tensor) => {
    values.push(output.dataSync<'float32'>().slice());
  };
  tf.tidy(() => {
    forward(network, variables, imageTensor(network, image), { ...inference, onConvolution });
  });
  return convolutionsOf(network).map((layer, place) => ({ ...layer, values: values[place] }));
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
