import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { Problem } from '../../../core/problem.js';
import { countParameters } from '../../parameters.js';
import type { ImportedModel } from '../imported-model.js';
import { entrySchema } from '../keras/entry.js';
import { readModelConfig } from '../keras/model-config.js';
import { networkOf } from '../keras/network-of.js';
import { readWeights } from '../keras/read-weights.js';
import type { TensorSource } from '../keras/tensor-source.js';
import { parseJson } from '../parse-json.js';
import { damaged, printable } from '../refusals.js';
import type { StoredTensor } from '../stored-tensor.js';
import { decodeWeight } from './decode-weight.js';
import { manifestSchema } from './manifest.js';
import { readShards, type Shard } from './shards.js';

/** Weights that are no part of the layers, such as counters, may add up to as many bytes. */
const slack = 2 ** 20;

const modelJson = z.object({
  format: z.string().optional(),
  generatedBy: z.string().nullish(),
  convertedBy: z.string().nullish(),
  modelTopology: z.unknown(),
  weightsManifest: manifestSchema,
});
/** TensorFlow.js writes the model itself, the converter from Keras one within a `model_config`. */
const topologySchema = z.union([
  entrySchema,
  z.object({ model_config: entrySchema }).transform((whole) => whole.model_config),
]);

/**
 * Reads a layers model of TensorFlow.js.
 *
 * @param path of the model.json; the files of its weights lie beside it
 * @param bytes of the model.json
 * @throws Problem where a file is damaged or missing, or holds what is not supported
 */
export async function readLayersModel(path: string, bytes: Buffer): Promise<ImportedModel> {
  const file = basename(path);
  const model = parseJson(bytes.toString('utf8'), modelJson, { file, what: 'content' });
  if (model.format === 'graph-model') {
    throw new Problem(`${file} is a graph model of TensorFlow.js, which holds no layers`, {
      remedy: 'convert the model anew as a layers model, or import it as .keras or .h5',
    });
  }
  const topology = topologySchema.safeParse(model.modelTopology);
  if (!topology.success) throw damaged(file, 'has a modelTopology that cannot be read');
  const found = networkOf(readModelConfig(topology.data, file), file);
  const most = countParameters(found.network).total * 4 + slack;
  const shards = await readShards(model.weightsManifest, { folder: dirname(path), most, file });
  return {
    network: found.network,
    weights: readWeights(found, namedTensors(shards, file), file),
    origin: {
      format: 'tfjs',
      by: printable(model.convertedBy ?? model.generatedBy ?? 'TensorFlow.js'),
      file,
    },
    notes: found.notes,
  };
}

/** Weights by the names of their layers: `conv2d_1/kernel`, with the model's name before it or without. */
function namedTensors(shards: readonly Shard[], file: string): TensorSource {
  return {
    find: ({ name }, variable) => {
      const ending = `/${name}/${variable}`;
      const shard = shards.find(({ entry }) => `/${entry.name}`.endsWith(ending));
      return shard && tensorOf(shard, file);
    },
  };
}

function tensorOf({ entry, bytes }: Shard, file: string): StoredTensor {
  return {
    shape: entry.shape,
    read: () => {
      const values = decodeWeight(entry, bytes);
      if (!values) throw damaged(file, `keeps ${entry.name} as numbers of a kind that is not read`);
      return values;
    },
  };
}
