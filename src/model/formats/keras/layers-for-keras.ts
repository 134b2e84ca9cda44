import type { Activation, Layer, LayerOf, Network } from '../../network.js';
import { batchNormalisation, slopes } from '../../network.js';
import { summarise } from '../../parameters.js';
import { windowOf } from '../../windows.js';
import { kerasActivation } from './activations.js';

/** A layer in Keras's words, as every version since 2.4 and TensorFlow.js read them. */
export interface WrittenLayer {
  className: string;
  config: Readonly<Record<string, unknown>> & { name: string };
  /** Shape of what it is given, without the batch. */
  input: readonly number[];
  /** Ours whose weights it has, where it has any. */
  source?: Layer;
}

/**
 * A network as layers of Keras, in order and without the one that stands for the input. Activations
 * that older versions do not know by name are layers of their own.
 */
export function layersForKeras(network: Network): WrittenLayer[] {
  const nameFor = kerasNames();
  let input: readonly number[] = network.input;
  return summarise(network).flatMap(({ layer, output }) => {
    const main = describe(layer);
    const written: WrittenLayer[] = [
      { ...main, config: { name: nameFor(layer.name), ...common, ...main.config }, input },
    ];
    if (hasWeights(layer)) written[0].source = layer;
    if ('activation' in layer && layer.kind !== 'activation' && !isPlain(layer.activation)) {
      const after = describeFunction(layer.activation, undefined);
      const name = nameFor(`${layer.name}_activation`);
      written.push({ ...after, config: { name, ...common, ...after.config }, input: output });
    }
    input = output;
    return written;
  });
}

interface Described {
  className: string;
  config: Record<string, unknown>;
}

const common = { trainable: true, dtype: 'float32' };
const channelsLast = { data_format: 'channels_last' };

function describe(layer: Layer): Described {
  switch (layer.kind) {
    case 'conv':
      return { className: 'Conv2D', config: convolution(layer) };
    case 'max-pool':
      return { className: 'MaxPooling2D', config: pool(layer) };
    case 'average-pool':
      return { className: 'AveragePooling2D', config: pool(layer) };
    case 'global-max-pool':
      return { className: 'GlobalMaxPooling2D', config: channelsLast };
    case 'global-average-pool':
      return { className: 'GlobalAveragePooling2D', config: channelsLast };
    case 'batch-norm':
      return { className: 'BatchNormalization', config: batchNorm(layer) };
    case 'flatten':
      return { className: 'Flatten', config: channelsLast };
    case 'dropout':
      return { className: 'Dropout', config: { rate: layer.rate } };
    case 'dense':
      return { className: 'Dense', config: dense(layer) };
    case 'activation':
      return describeFunction(layer.activation, layer.slope);
    case 'rescale':
      return { className: 'Rescaling', config: { scale: layer.scale, offset: layer.offset } };
    case 'reshape':
      return { className: 'Reshape', config: { target_shape: layer.shape } };
    case 'zero-pad':
      return { className: 'ZeroPadding2D', config: zeroPadding(layer) };
  }
}

function convolution(layer: LayerOf<'conv'>): Described['config'] {
  const { size, strides, padding } = windowOf(layer);
  return {
    filters: layer.filters,
    kernel_size: size,
    strides,
    padding,
    ...channelsLast,
    dilation_rate: [1, 1],
    groups: 1,
    activation: isPlain(layer.activation) ? kerasActivation(layer.activation) : 'linear',
    use_bias: layer.bias !== 'none',
  };
}

function pool(layer: LayerOf<'max-pool' | 'average-pool'>): Described['config'] {
  const { size, strides, padding } = windowOf(layer);
  return { pool_size: size, strides, padding, ...channelsLast };
}

function batchNorm({
  momentum = batchNormalisation.momentum,
  epsilon = batchNormalisation.epsilon,
}: LayerOf<'batch-norm'>): Described['config'] {
  return { axis: -1, momentum, epsilon, center: true, scale: true };
}

function dense({ units, activation, bias }: LayerOf<'dense'>): Described['config'] {
  return {
    units,
    activation: isPlain(activation) ? kerasActivation(activation) : 'linear',
    use_bias: bias !== 'none',
  };
}

function zeroPadding({ padding }: LayerOf<'zero-pad'>): Described['config'] {
  const [top, bottom, left, right] = padding;
  return {
    padding: [
      [top, bottom],
      [left, right],
    ],
    ...channelsLast,
  };
}

function describeFunction(activation: Activation, slope: number | undefined): Described {
  switch (activation) {
    case 'leaky-relu':
      // `alpha` is what version 2 calls it; version 3 takes both.
      return { className: 'LeakyReLU', config: { alpha: slope ?? slopes['leaky-relu'] } };
    case 'elu':
      return { className: 'ELU', config: { alpha: slope ?? slopes.elu } };
    case 'relu6':
      return { className: 'ReLU', config: { max_value: 6 } };
    default:
      return { className: 'Activation', config: { activation: kerasActivation(activation) } };
  }
}

/** Those that need no layer of their own. */
function isPlain(activation: Activation): boolean {
  return activation !== 'leaky-relu' && activation !== 'relu6';
}

function hasWeights({ kind }: Layer): boolean {
  return kind === 'conv' || kind === 'dense' || kind === 'batch-norm';
}

/** What the layer that stands for the input is called. */
export const inputName = 'images';

/** Keras's names have no `/`, and begin with a letter or digit. */
function kerasNames(): (name: string) => string {
  const used = new Set([inputName]);
  return (name) => {
    const clean = name.replace(/^[^A-Za-z0-9]+/, '').replace(/\//g, '_') || 'layer';
    let unique = clean;
    for (let count = 2; used.has(unique); count += 1) unique = `${clean}_${count}`;
    used.add(unique);
    return unique;
  };
}
