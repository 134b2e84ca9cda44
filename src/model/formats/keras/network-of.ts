import { shapeAfter } from '../../layer-shape.js';
import type { Layer, Network } from '../../network.js';
import { parseNetwork } from '../../network-schema.js';
import { unfit, unsupported } from '../refusals.js';
import type { KerasLayer, KerasModel } from './keras-layer.js';
import { layerReaders } from './layer-readers.js';

export interface KerasNetwork {
  network: Network;
  /** Where a layer of the network is from, by its name. */
  sources: ReadonlyMap<string, KerasLayer>;
  notes: readonly string[];
}

/**
 * Reads a chain of Keras's layers as a network.
 *
 * @param file how it is called in messages
 * @throws Problem naming the layer that is not supported, or what the network as a whole is not
 */
export function networkOf(model: KerasModel, file: string): KerasNetwork {
  const { side, flat } = sideOf(model, file);
  const layers: Layer[] = [];
  const sources = new Map<string, KerasLayer>();
  const notes: string[] = [];
  const names = uniqueNames();
  let shape: readonly number[] = [side, side, 1];
  const add = (layer: Layer) => {
    layers.push(layer);
    shape = shapeAfter(layer, shape);
  };

  if (flat) add({ kind: 'flatten', name: names('pixels') });
  for (const layer of model.layers) {
    const own = layersOf({ ...layer, name: names(layer.name) }, shape);
    if (own === 'in training only') {
      notes.push(`layer ${layer.name} (${layer.className}) works in training only and is left out`);
      continue;
    }
    const penalties = penaltiesOf(layer);
    if (penalties !== '') notes.push(`layer ${layer.name} loses its ${penalties}`);
    for (const part of own) {
      sources.set(part.name, layer);
      add(part);
    }
  }
  while (layers.at(-1)?.kind === 'dropout') layers.pop();
  const network = parseNetwork({ name: model.name, input: [side, side, 1], layers }, file);
  notes.push(...notesOnEnd(network, sources));
  return { network, sources, notes };
}

/** Side of the square of an image, which may come as a row of its pixels. */
function sideOf({ input }: KerasModel, file: string): { side: number; flat: boolean } {
  const shape = input?.slice(1);
  if (!shape || shape.length === 0) throw unfit(file, 'nothing in it tells the size of its input');
  const [height, width, channels = 1] = shape;
  if (shape.length > 3) throw unfit(file, `its input has ${shape.length} sides`);
  if (shape.length === 1) {
    const side = Math.sqrt(height ?? 0);
    if (side < 1 || !Number.isInteger(side))
      throw unfit(file, `its input of ${height} is no square`);
    return { side, flat: true };
  }
  if (height === 1 && width !== 1 && channels !== 1) {
    throw unfit(file, 'its input has the channel first');
  }
  if (channels !== 1) throw unfit(file, `its input has ${channels ?? 'any number of'} channels`);
  if (height !== width) throw unfit(file, `its input of ${height}x${width} is no square`);
  return { side: height ?? usualSide, flat: false };
}

/** Where a network of convolutions takes images of any size, these are what we have. */
const usualSide = 28;

/** Layers that pass on what they are given once a model is used. */
const inTrainingOnly = new Set([
  'ActivityRegularization',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
  'RandomBrightness',
  'RandomContrast',
  'RandomErasing',
  'RandomFlip',
  'RandomRotation',
  'RandomShear',
  'RandomTranslation',
  'RandomZoom',
  'SpatialDropout2D',
]);

function layersOf(layer: KerasLayer, input: readonly number[]): Layer[] | 'in training only' {
  if (inTrainingOnly.has(layer.className)) return 'in training only';
  if (layer.className === 'Identity') return [];
  if (layer.className === 'Lambda') {
    throw unsupported(
      layer,
      'since it is code, and code of a file is never run',
      'put a layer without code in its place, such as Rescaling, and save the model again',
    );
  }
  const read = layerReaders.get(layer.className);
  if (!read) throw unsupported(layer, 'since our networks have no such layer');
  return read(layer, input);
}

/** What a layer was held back by in training, by its name in Keras: `kernel regularizer`. */
function penaltiesOf({ config }: KerasLayer): string {
  return Object.keys(config)
    .filter((key) => /_(regularizer|constraint)$/.test(key) && config[key] != null)
    .map((key) => key.replace('_', ' '))
    .join(' and ');
}

/** Models within a model may have layers of the same name, and a name of Keras may hold anything. */
function uniqueNames(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const clean = name.replace(/[^\w./-]/g, '_').slice(0, 80) || 'layer';
    let unique = clean;
    for (let count = 2; used.has(unique); count += 1) unique = `${clean}_${count}`;
    used.add(unique);
    return unique;
  };
}

function notesOnEnd({ layers }: Network, sources: ReadonlyMap<string, KerasLayer>): string[] {
  const last = layers[layers.length - 1];
  const activation = 'activation' in last ? last.activation : 'none';
  if (activation === 'softmax') return [];
  const source = sources.get(last.name);
  if (activation === 'sigmoid' && source) {
    throw unsupported(
      source,
      'since it ends in ten sigmoids, which are no probabilities of one digit',
    );
  }
  return ['its last layer makes no probabilities: a softmax was added'];
}
