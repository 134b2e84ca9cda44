import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import { tensor } from '@tensorflow/tfjs-core';
import { layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import {
  type Activation,
  batchNormalisation,
  type LayerOf,
  type Network,
  slopes,
} from '../../../src/model/network.js';
import { type LayerSummary, parametersOf, summarise } from '../../../src/model/parameters.js';
import type { Weights } from '../../../src/model/weights.js';
import { windowOf } from '../../../src/model/windows.js';

/** The network in the library's own layers: what an engine of ours is compared with. */
export function layersModel(network: Network, weights: Weights): Sequential {
  const model = sequential({
    layers: [
      layers.inputLayer({ inputShape: [...network.input] }),
      ...summarise(network).map(toLayer),
    ],
  });
  for (const layer of model.layers) {
    const own = parametersOf(network).filter((parameter) => parameter.layer === layer.name);
    layer.setWeights(own.map(({ name, shape }) => tensor(weights.get(name) ?? [], [...shape])));
  }
  return model;
}

/** Values of every weight tensor, by our names. */
export function readLayersModel(network: Network, model: Sequential): Weights {
  return byName(network, model, (weight) => weight.dataSync<'float32'>());
}

/** The tensors that a gradient moves, by our names. */
export function trainableOf(network: Network, model: Sequential): Map<string, Variable> {
  const trainable = parametersOf(network).filter((parameter) => parameter.trainable);
  const all = byName(network, model, (weight) => weight as Variable);
  return new Map([...all].filter(([name]) => trainable.some((one) => one.name === name)));
}

function byName<Value>(
  network: Network,
  model: Sequential,
  read: (weight: Tensor) => Value,
): Map<string, Value> {
  const values = model.layers.flatMap((layer) => layer.weights.map((weight) => weight.read()));
  return new Map(parametersOf(network).map(({ name }, index) => [name, read(values[index])]));
}

function toLayer({ layer, output }: LayerSummary) {
  const { name } = layer;
  switch (layer.kind) {
    case 'conv':
      return layers.conv2d({
        name,
        filters: layer.filters,
        kernelSize: windowOf(layer).size as [number, number],
        strides: windowOf(layer).strides as [number, number],
        padding: layer.padding,
        useBias: layer.bias !== 'none',
        activation: identifierOf(layer.activation),
      });
    case 'max-pool':
      return layers.maxPooling2d({ name, ...poolOf(layer) });
    case 'average-pool':
      return layers.averagePooling2d({ name, ...poolOf(layer) });
    case 'global-average-pool':
      return layers.globalAveragePooling2d({ name });
    case 'global-max-pool':
      return layers.globalMaxPooling2d({ name });
    case 'batch-norm': {
      const { epsilon = batchNormalisation.epsilon, momentum = batchNormalisation.momentum } =
        layer;
      return layers.batchNormalization({ name, epsilon, momentum });
    }
    case 'flatten':
      // The library's own layer of this name refuses what is flat already.
      return layers.reshape({ name, targetShape: [...output] });
    case 'dropout':
      return layers.dropout({ name, rate: layer.rate });
    case 'dense':
      return layers.dense({
        name,
        units: layer.units,
        useBias: layer.bias !== 'none',
        activation: identifierOf(layer.activation),
      });
    case 'activation':
      return activationLayer(layer);
    case 'rescale':
      return layers.rescaling({ name, scale: layer.scale, offset: layer.offset });
    case 'reshape':
      return layers.reshape({ name, targetShape: [...layer.shape] });
    case 'zero-pad': {
      const [top, bottom, left, right] = layer.padding;
      return layers.zeroPadding2d({
        name,
        padding: [
          [top, bottom],
          [left, right],
        ],
      });
    }
  }
}

function poolOf(layer: LayerOf<'max-pool' | 'average-pool'>) {
  const { size, strides, padding } = windowOf(layer);
  return {
    poolSize: size as [number, number],
    strides: strides as [number, number],
    padding,
  };
}

/** Those with a slope are layers of their own in the library. */
function activationLayer({ name, activation, slope }: LayerOf<'activation'>) {
  if (activation === 'leaky-relu') {
    return layers.leakyReLU({ name, alpha: slope ?? slopes['leaky-relu'] });
  }
  if (activation === 'elu') return layers.elu({ name, alpha: slope ?? slopes.elu });
  return layers.activation({ name, activation: identifierOf(activation) });
}

function identifierOf(activation: Activation): ActivationIdentifier {
  if (activation === 'none') return 'linear';
  if (activation === 'silu') return 'swish';
  if (activation === 'leaky-relu') throw new Error('the library has it as a layer only');
  return activation;
}

type ActivationIdentifier =
  | Exclude<Activation, 'none' | 'silu' | 'leaky-relu'>
  | 'linear'
  | 'swish';
