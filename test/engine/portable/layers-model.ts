import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import { tensor } from '@tensorflow/tfjs-core';
import { layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import { batchNormalisation, type Layer, type Network } from '../../../src/model/network.js';
import { parametersOf } from '../../../src/model/parameters.js';
import type { Weights } from '../../../src/model/weights.js';

/** The network in the library's own layers: what an engine of ours is compared with. */
export function layersModel(network: Network, weights: Weights): Sequential {
  const model = sequential({
    layers: [layers.inputLayer({ inputShape: [...network.input] }), ...network.layers.map(toLayer)],
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

function toLayer(layer: Layer) {
  const { name } = layer;
  switch (layer.kind) {
    case 'conv':
      return layers.conv2d({
        name,
        filters: layer.filters,
        kernelSize: layer.kernel,
        activation: layer.activation,
      });
    case 'max-pool':
      return layers.maxPooling2d({ name, poolSize: layer.size });
    case 'batch-norm':
      return layers.batchNormalization({ name, ...batchNormalisation });
    case 'flatten':
      return layers.flatten({ name });
    case 'dropout':
      return layers.dropout({ name, rate: layer.rate });
    case 'dense':
      return layers.dense({ name, units: layer.units, activation: layer.activation });
  }
}
