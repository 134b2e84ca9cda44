import * as tf from '@tensorflow/tfjs-core';
import { type KernelCall, replaceKernel } from './replace-kernel.js';

interface Inputs {
  x: tf.TensorInfo;
}

interface Attributes {
  axis: number | number[];
  keepDims: boolean;
}

/**
 * Sums over all axes but the last without moving values: the library's kernel transposes first,
 * and the gradients of biases and of batch normalisation are all sums of this kind.
 */
export function replaceSum(): void {
  replaceKernel<Inputs, Attributes>(
    tf.Sum,
    (sum) => (call) => (keepsOnlyChannels(call) ? sumOverChannels(call) : sum(call)),
  );
}

function keepsOnlyChannels({ inputs: { x }, attrs }: KernelCall<Inputs, Attributes>): boolean {
  const axes = tf.util.parseAxisParam(attrs.axis, x.shape);
  const last = x.shape.length - 1;
  const leading = axes.length === last && !axes.includes(last);
  const inFours = x.shape[last] % 4 === 0;
  return x.dtype === 'float32' && last > 0 && leading && inFours && !attrs.keepDims;
}

/** Four channels at a time: their values share a cache line, and their sums wait for no other. */
function sumOverChannels({ inputs: { x }, backend }: KernelCall<Inputs, Attributes>) {
  const channels = x.shape[x.shape.length - 1];
  const sums = new Float32Array(channels);
  const values = backend.typedArrayFromHeap(x);
  for (let channel = 0; channel < channels; channel += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let index = channel; index < values.length; index += channels) {
      a += values[index];
      b += values[index + 1];
      c += values[index + 2];
      d += values[index + 3];
    }
    sums.set([a, b, c, d], channel);
  }
  return backend.makeOutput([channels], 'float32', undefined, sums);
}
