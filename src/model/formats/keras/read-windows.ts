import * as z from 'zod';
import type { Layer } from '../../network.js';
import { readActivation } from './activations.js';
import type { KerasLayer } from './keras-layer.js';
import { channelsLast, only, settingsOf, sides } from './settings.js';

/* Layers that look at an image through a window, or frame it. */

const movement = {
  padding: z.enum(['valid', 'same']).default('valid'),
  data_format: channelsLast,
};

const convolution = z.object({
  filters: z.int().positive(),
  kernel_size: sides,
  strides: sides.default(1),
  dilation_rate: only(1),
  groups: only(1),
  use_bias: z.boolean().default(true),
  activation: z.unknown().optional(),
  ...movement,
});

export function readConvolution(layer: KerasLayer): Layer {
  const settings = settingsOf(layer, convolution);
  return {
    kind: 'conv',
    name: layer.name,
    filters: settings.filters,
    kernel: settings.kernel_size,
    activation: readActivation(settings.activation, layer),
    ...(settings.use_bias ? {} : { bias: 'none' }),
    ...(settings.strides === 1 ? {} : { strides: settings.strides }),
    ...(settings.padding === 'valid' ? {} : { padding: settings.padding }),
  };
}

const pool = z.object({
  pool_size: sides.default(2),
  strides: sides.nullish(),
  ...movement,
});

export function readPool(kind: 'max-pool' | 'average-pool', layer: KerasLayer): Layer {
  const { pool_size: size, strides, padding } = settingsOf(layer, pool);
  return {
    kind,
    name: layer.name,
    size,
    ...(strides == null || String(strides) === String(size) ? {} : { strides }),
    ...(padding === 'valid' ? {} : { padding }),
  };
}

const globalPool = z.object({
  data_format: channelsLast,
  keepdims: z.boolean().default(false),
});

export function readGlobalPool(
  kind: 'global-average-pool' | 'global-max-pool',
  layer: KerasLayer,
  input: readonly number[],
): Layer[] {
  const { name } = layer;
  const pooled: Layer = { kind, name };
  if (!settingsOf(layer, globalPool).keepdims) return [pooled];
  const shape = [1, 1, input[input.length - 1]];
  return [pooled, { kind: 'reshape', name: `${name}_kept`, shape }];
}

const margin = z.int().nonnegative();
const zeroPadding = z.object({
  data_format: channelsLast,
  padding: z.union([
    margin,
    z.tuple([margin, margin]),
    z.tuple([z.tuple([margin, margin]), z.tuple([margin, margin])]),
  ]),
});

export function readZeroPadding(layer: KerasLayer): Layer {
  const { padding } = settingsOf(layer, zeroPadding);
  const [vertical, horizontal] = typeof padding === 'number' ? [padding, padding] : padding;
  const [top, bottom] = bothEnds(vertical);
  const [left, right] = bothEnds(horizontal);
  return { kind: 'zero-pad', name: layer.name, padding: [top, bottom, left, right] };
}

function bothEnds(margin: number | readonly [number, number]): readonly [number, number] {
  return typeof margin === 'number' ? [margin, margin] : margin;
}
