import { type Hdf5Content, type Hdf5Tensor, writeHdf5 } from '../hdf5/write-hdf5.js';
import { adamConfig, lossOf } from './compiled-state.js';
import { kerasForm } from './keras-form.js';
import type { WrittenLayer } from './layers-for-keras.js';
import { sequential } from './sequential.js';
import { type WrittenNetwork, writtenVariables } from './written-variables.js';

/**
 * A whole model as an `.h5` in the layout of Keras 2, which version 3 reads as well
 * (legacy_h5_format.py). Adam's moments are left out: version 3 builds the optimiser of an `.h5` for no
 * weights at all, puts none of its state back, and then refuses to train.
 */
export function writeKerasH5(model: WrittenNetwork): Promise<Uint8Array> {
  const { layers, description } = sequential(model.name, model.network);
  const training = {
    loss: lossOf(model.network),
    metrics: ['accuracy'],
    weighted_metrics: null,
    loss_weights: null,
    optimizer_config: { class_name: 'Adam', config: adamConfig },
  };
  return writeHdf5({
    attributes: {
      ...about,
      model_config: JSON.stringify(description),
      training_config: JSON.stringify(training),
    },
    groups: new Map([['model_weights', layerWeights(layers, model)]]),
  });
}

const about = { keras_version: kerasForm.h5, backend: 'tensorflow' };

function layerWeights(layers: readonly WrittenLayer[], model: WrittenNetwork): Hdf5Content {
  const groups = new Map<string, Hdf5Content>();
  for (const layer of layers) {
    const { name } = layer.config;
    const tensors = new Map<string, Hdf5Tensor>(
      writtenVariables(layer, model).map((each) => [`${name}/${each.variable}:0`, each]),
    );
    groups.set(name, { attributes: { weight_names: [...tensors.keys()] }, tensors });
  }
  return { attributes: { ...about, layer_names: [...groups.keys()] }, groups };
}
