import { zipSync } from 'fflate';
import { type Hdf5Content, type Hdf5Tensor, writeHdf5 } from '../hdf5/write-hdf5.js';
import { adamConfig, lossOf } from './compiled-state.js';
import { kerasForm } from './keras-form.js';
import type { WrittenLayer } from './layers-for-keras.js';
import { optimiserVariables } from './optimiser-variables.js';
import { createPlaces } from './places.js';
import { sequentialOfKeras3 } from './sequential.js';
import { type WrittenNetwork, writtenVariables } from './written-variables.js';

/** A whole model as a `.keras` of version 3: a zip of its network and its weights, unpacked (saving_lib.py). */
export async function writeKeras(model: WrittenNetwork): Promise<Uint8Array> {
  const { layers, description } = sequentialOfKeras3(model.name, model.network);
  const config = { ...description, compile_config: compileConfig(model) };
  const metadata = { keras_version: kerasForm.keras, date_saved: savedAt(new Date()) };
  const weights = await writeHdf5({ groups: groupsOf(layers, model) });
  return zipSync(
    {
      'metadata.json': Buffer.from(JSON.stringify(metadata)),
      'config.json': Buffer.from(JSON.stringify(config)),
      'model.weights.h5': weights,
    },
    // Weights are noise to a packer.
    { level: 0 },
  );
}

function compileConfig({ network }: WrittenNetwork): object {
  const loss = lossOf(network);
  const adam = { module: 'keras.optimizers', class_name: 'Adam', config: adamConfig };
  return {
    optimizer: { ...adam, registered_name: null },
    loss:
      typeof loss === 'string' ? loss : { module: 'keras.losses', ...loss, registered_name: null },
    loss_weights: null,
    metrics: ['accuracy'],
    weighted_metrics: null,
  };
}

/** As Keras writes it: `2026-01-31@12:00:00`. */
function savedAt(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', '@');
}

function groupsOf(
  layers: readonly WrittenLayer[],
  model: WrittenNetwork,
): Map<string, Hdf5Content> {
  const placeOf = createPlaces();
  const ofLayers = layers.map((layer): [string, Hdf5Content] => [
    placeOf({ class_name: layer.className }),
    numbered(layer.config.name, writtenVariables(layer, model)),
  ]);
  const groups = new Map<string, Hdf5Content>([['layers', { groups: new Map(ofLayers) }]]);
  if (model.optimiser) {
    const variables = optimiserVariables(model.network, model.optimiser);
    groups.set('optimizer', numbered(adamConfig.name, variables));
  }
  return groups;
}

/** Variables under their numbers, as Keras finds them. */
function numbered(name: string, variables: readonly Hdf5Tensor[]): Hdf5Content {
  const tensors = new Map(variables.map((variable, place) => [String(place), variable]));
  return { groups: new Map([['vars', { attributes: { name }, tensors }]]) };
}
