import * as tf from '@tensorflow/tfjs-core';
import type { Layer, LayerOf } from '../../model/network.js';
import { type Window, windowOf } from '../../model/windows.js';
import { activate } from './activations.js';
import type { Mode } from './mode.js';
import type { Variables } from './variables.js';

/** @param x [n, ...] of the shape that the layer before makes */
export function applyLayer(
  layer: Layer,
  x: tf.Tensor,
  variables: Variables,
  mode: Mode,
): tf.Tensor {
  switch (layer.kind) {
    case 'conv': {
      const output = convolve(x as tf.Tensor4D, layer, variables);
      mode.onConvolution?.(output);
      return output;
    }
    case 'max-pool':
    case 'average-pool':
      return pool(x as tf.Tensor4D, layer.kind, windowOf(layer));
    case 'global-max-pool':
      return poolWhole(x as tf.Tensor4D, 'max-pool');
    case 'global-average-pool':
      return poolWhole(x as tf.Tensor4D, 'average-pool');
    case 'batch-norm':
      return mode.normalise(x, layer, variables);
    case 'flatten':
      return tf.reshape(x, [x.shape[0], -1]);
    case 'reshape':
      return tf.reshape(x, [x.shape[0], ...layer.shape]);
    case 'dropout':
      return mode.drop(x, layer);
    case 'dense':
      return connect(x, layer, variables);
    case 'activation':
      return activate(x, layer.activation, layer.slope);
    case 'rescale':
      return tf.add(tf.mul(x, layer.scale), layer.offset);
    case 'zero-pad': {
      const [top, bottom, left, right] = layer.padding;
      return tf.pad(x, [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ]);
    }
  }
}

function convolve(x: tf.Tensor4D, layer: LayerOf<'conv'>, variables: Variables): tf.Tensor {
  const { strides, padding } = windowOf(layer);
  const { fused, left } = fusion(layer.activation);
  const output = tf.fused.conv2d({
    x,
    filter: variables.get<tf.Tensor4D>(`${layer.name}/kernel`),
    bias: biasOf(layer, variables),
    strides: [...strides],
    pad: padding,
    activation: fused,
  });
  return activate(output, left);
}

/** Along the last axis of an input of any rank. */
function connect(x: tf.Tensor, layer: LayerOf<'dense'>, variables: Variables): tf.Tensor {
  const { fused, left } = fusion(layer.activation);
  const output = tf.fused.matMul({
    a: tf.reshape(x, [-1, x.shape[x.shape.length - 1]]),
    b: variables.get(`${layer.name}/kernel`),
    bias: biasOf(layer, variables),
    activation: fused,
  });
  return activate(tf.reshape(output, [...x.shape.slice(0, -1), layer.units]), left);
}

/** What the library does in one go with the sums, and what is left to do. */
function fusion(activation: LayerOf<'conv' | 'dense'>['activation']) {
  return activation === 'relu'
    ? ({ fused: 'relu', left: 'none' } as const)
    : ({ fused: 'linear', left: activation } as const);
}

function biasOf({ name, bias }: LayerOf<'conv' | 'dense'>, variables: Variables) {
  return bias === 'none' ? undefined : variables.get(`${name}/bias`);
}

function pool(x: tf.Tensor4D, kind: 'max-pool' | 'average-pool', window: Window): tf.Tensor4D {
  const { size, strides, padding } = window;
  const run = kind === 'max-pool' ? tf.maxPool : tf.avgPool;
  return run(x, [...size], [...strides], padding);
}

/** A pool whose window is the whole image: [n, channels]. */
function poolWhole(x: tf.Tensor4D, kind: 'max-pool' | 'average-pool'): tf.Tensor {
  const [, height, width, channels] = x.shape;
  const size = [height, width] as const;
  const pooled = pool(x, kind, { size, strides: size, padding: 'valid' });
  return tf.reshape(pooled, [-1, channels]);
}
