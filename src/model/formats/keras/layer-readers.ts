import * as z from 'zod';
import { sizeOf } from '../../layer-shape.js';
import type { Layer } from '../../network.js';
import { readActivation } from './activations.js';
import type { KerasLayer } from './keras-layer.js';
import { readElu, readFunction, readLeakyRelu, readRelu, readSoftmax } from './read-functions.js';
import { readConvolution, readGlobalPool, readPool, readZeroPadding } from './read-windows.js';
import { channelsLast, requireLastAxis, settingsOf } from './settings.js';

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
