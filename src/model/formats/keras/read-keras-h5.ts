import { Problem } from '../../../core/problem.js';
import type { Network } from '../../network.js';
import type { Hdf5Group } from '../hdf5/hdf5-group.js';
import { readHdf5 } from '../hdf5/read-hdf5.js';
import type { ImportedModel } from '../imported-model.js';
import { parseJson } from '../parse-json.js';
import { damaged, printable } from '../refusals.js';
import { entrySchema } from './entry.js';
import { LegacyWeights, weightedLayers } from './legacy-weights.js';
import { readModelConfig } from './model-config.js';
import { networkForWeights } from './network-for-weights.js';
import { type KerasNetwork, networkOf } from './network-of.js';
import { hasNumberedWeights, NumberedWeights } from './numbered-weights.js';
import { readOptimiser } from './read-optimiser.js';
import { readWeights } from './read-weights.js';
import { legacyOptimiser } from './stored-optimiser.js';
import type { TensorSource } from './tensor-source.js';

/**
 * Reads an `.h5` of Keras: a whole model, or weights alone.
 *
 * @param network whose weights they are; needed for weights alone
 * @throws Problem where the file is damaged, or holds what is not supported
 */
export function readKerasH5(
  bytes: Uint8Array,
  file: string,
  network: Network | undefined,
): Promise<ImportedModel> {
  return readHdf5(bytes, file, (root) => {
    const config = root.text('model_config');
    const found =
      config === undefined ? weightsIn(root, network, file) : modelIn(root, config, file);
    const version = root.text('keras_version');
    return {
      network: found.network,
      weights: readWeights(found, found.tensors, file),
      origin: { format: 'keras-h5', by: printable(version ? `Keras ${version}` : 'Keras'), file },
      ...readOptimiser(found, legacyOptimiser(root)),
    };
  });
}

type Found = KerasNetwork & { tensors: TensorSource };

function modelIn(root: Hdf5Group, config: string, file: string): Found {
  const entry = parseJson(config, entrySchema, { file, what: 'model_config' });
  const weights = root.group('model_weights');
  if (!weights) throw damaged(file, 'has no model_weights');
  return { ...networkOf(readModelConfig(entry, file), file), tensors: new LegacyWeights(weights) };
}

function weightsIn(root: Hdf5Group, network: Network | undefined, file: string): Found {
  const weighted = weightedLayers(root, file);
  const isNumbered = weighted === undefined && hasNumberedWeights(root);
  if (!weighted && !isNumbered) throw damaged(file, 'holds no model of Keras');
  if (!network) {
    throw new Problem(`${file} holds weights without their network`, {
      remedy: 'say which model has the same layers with --network MODEL, or save the whole model',
    });
  }
  const tensors = isNumbered ? new NumberedWeights(root) : new LegacyWeights(root);
  return { ...networkForWeights(network, weighted, file), tensors };
}
