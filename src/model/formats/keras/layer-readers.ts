import * as z from 'zod';
import { sizeOf } from '../../layer-shape.js';
import type { Layer, LayerOf } from '../../network.js';
import { unsupported } from '../refusals.js';
import { readActivation } from './activations.js';
import type { KerasLayer } from './keras-layer.js';
import { only, settingsOf, sides } from './settings.js';

/**
 * Reads one layer of Keras as layers of ours, under its own name; none where it does nothing.
 *
 * @param input shape of what it is given, without the batch
 * @throws Problem where it is, or is set to, what ours are not
 */
export type LayerReader = (layer: KerasLayer, input: readonly number[]) => Layer[];

/** By the class in Keras. */
export const layerReaders: ReadonlyMap<string, LayerReader> = new Map<string, LayerReader>([
  ['Conv2D', (layer) => [readConvolution(layer)]],
  ['MaxPooling2D', (layer) => [readPool('max-pool', layer)]],
  ['AveragePooling2D', (layer) => [readPool('average-pool', layer)]],
  ['GlobalMaxPooling2D', (layer, input) => readGlobalPool('global-max-pool', layer, input)],
  ['GlobalAveragePooling2D', (layer, input) => readGlobalPool('global-average-pool', layer, input)],
  ['BatchNormalization', (layer, input) => [readBatchNorm(layer, input)]],
  ['Flatten', (layer) => [readFlatten(layer)]],
  ['Dropout', (layer) => [readDropout(layer)]],
  ['Dense', (layer) => [readDense(layer)]],
  ['Activation', readFunction],
  ['Softmax', (layer, input) => [readSoftmax(layer, input)]],
  ['ReLU', (layer) => [readRelu(layer)]],
  ['LeakyReLU', (layer) => [readLeakyRelu(layer)]],
  ['ELU', (layer) => [readElu(layer)]],
  ['Rescaling', (layer) => [readRescaling(layer)]],
  ['Reshape', (layer, input) => [readReshape(layer, input)]],
  ['ZeroPadding2D', (layer) => [readZeroPadding(layer)]],
]);

const channelsLast = only('channels_last');
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

function readConvolution(layer: KerasLayer): Layer {
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

function readPool(kind: 'max-pool' | 'average-pool', layer: KerasLayer): Layer {
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

function readGlobalPool(
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

const batchNorm = z.object({
  axis: z.union([z.int(), z.array(z.int()).length(1)]).default(-1),
  momentum: z.number().default(0.99),
  epsilon: z.number().default(1e-3),
});

/** Scale and shift may be missing there: the weights' reader puts ones and zeros in. */
function readBatchNorm(layer: KerasLayer, input: readonly number[]): Layer {
  const { axis, momentum, epsilon } = settingsOf(layer, batchNorm);
  requireLastAxis(layer, Number(axis), input);
  return { kind: 'batch-norm', name: layer.name, momentum, epsilon };
}

const flatten = z.object({ data_format: channelsLast });

function readFlatten(layer: KerasLayer): Layer {
  settingsOf(layer, flatten);
  return { kind: 'flatten', name: layer.name };
}

const dropout = z.object({ rate: z.number().min(0).lt(1) });

function readDropout(layer: KerasLayer): Layer {
  return { kind: 'dropout', name: layer.name, rate: settingsOf(layer, dropout).rate };
}

const dense = z.object({
  units: z.int().positive(),
  use_bias: z.boolean().default(true),
  activation: z.unknown().optional(),
});

function readDense(layer: KerasLayer): Layer {
  const { units, use_bias: hasBias, activation } = settingsOf(layer, dense);
  return {
    kind: 'dense',
    name: layer.name,
    units,
    activation: readActivation(activation, layer),
    ...(hasBias ? {} : { bias: 'none' }),
  };
}

function readFunction(layer: KerasLayer): Layer[] {
  const activation = readActivation(layer.config.activation, layer);
  return activation === 'none' ? [] : [{ kind: 'activation', name: layer.name, activation }];
}

const softmax = z.object({ axis: z.union([z.int(), z.array(z.int()).length(1)]).default(-1) });

function readSoftmax(layer: KerasLayer, input: readonly number[]): Layer {
  requireLastAxis(layer, Number(settingsOf(layer, softmax).axis), input);
  return { kind: 'activation', name: layer.name, activation: 'softmax' };
}

const relu = z.object({
  max_value: z
    .unknown()
    .refine((largest) => largest == null || largest === 6, {
      error: ({ input }) => `is ${JSON.stringify(input)}, neither 6 nor none`,
    })
    .optional(),
  negative_slope: z.number().nullish(),
  threshold: only(0),
});

function readRelu(layer: KerasLayer): Layer {
  const { max_value: largest, negative_slope: slope } = settingsOf(layer, relu);
  const name = layer.name;
  if (!slope) return { kind: 'activation', name, activation: largest === 6 ? 'relu6' : 'relu' };
  if (largest === 6) throw unsupported(layer, 'since it has both a largest value and a slope');
  return { kind: 'activation', name, activation: 'leaky-relu', slope };
}

/** Some versions of Keras 2 wrote a number of numpy as an object. */
const loneNumber = z.union([
  z.number(),
  z.object({ value: z.number() }).transform((it) => it.value),
]);
const leakyRelu = z.object({ negative_slope: loneNumber.optional(), alpha: loneNumber.optional() });

function readLeakyRelu(layer: KerasLayer): LayerOf<'activation'> {
  const { negative_slope: slope, alpha } = settingsOf(layer, leakyRelu);
  // Keras's own slope of the layer is another than that of the function.
  return {
    kind: 'activation',
    name: layer.name,
    activation: 'leaky-relu',
    slope: slope ?? alpha ?? 0.3,
  };
}

const elu = z.object({ alpha: z.number().default(1) });

function readElu(layer: KerasLayer): Layer {
  const { alpha } = settingsOf(layer, elu);
  return { kind: 'activation', name: layer.name, activation: 'elu', slope: alpha };
}

const figure = z.union([z.number(), z.tuple([z.number()]).transform(([alone]) => alone)]);
const rescaling = z.object({ scale: figure, offset: figure.default(0) });

function readRescaling(layer: KerasLayer): Layer {
  return { kind: 'rescale', name: layer.name, ...settingsOf(layer, rescaling) };
}

const reshape = z.object({ target_shape: z.array(z.int()).min(1) });

function readReshape(layer: KerasLayer, input: readonly number[]): Layer {
  const { target_shape: target } = settingsOf(layer, reshape);
  const known = sizeOf(target.filter((side) => side !== -1));
  const shape = target.map((side) => (side === -1 ? sizeOf(input) / known : side));
  return { kind: 'reshape', name: layer.name, shape };
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

function readZeroPadding(layer: KerasLayer): Layer {
  const { padding } = settingsOf(layer, zeroPadding);
  const [vertical, horizontal] = typeof padding === 'number' ? [padding, padding] : padding;
  const [top, bottom] = bothEnds(vertical);
  const [left, right] = bothEnds(horizontal);
  return { kind: 'zero-pad', name: layer.name, padding: [top, bottom, left, right] };
}

function bothEnds(margin: number | readonly [number, number]): readonly [number, number] {
  return typeof margin === 'number' ? [margin, margin] : margin;
}

function requireLastAxis(layer: KerasLayer, axis: number, input: readonly number[]): void {
  // Keras counts the batch as axis 0.
  if (axis !== -1 && axis !== input.length) {
    throw unsupported(layer, `since it works along axis ${axis}, not along the last`);
  }
}
