import { kerasForm } from '../keras/keras-form.js';
import { sequential } from '../keras/sequential.js';
import { type WrittenNetwork, writtenVariables } from '../keras/written-variables.js';

/** Bytes of one file of weights: what browsers keep in their cache (tfjs-converter, `shard_size_bytes`). */
const shardBytes = 4 * 2 ** 20;

/**
 * A layers model of TensorFlow.js, for `tf.loadLayersModel`.
 *
 * @returns its files by their names: `model.json`, and those of the weights
 */
export function writeLayersModel(model: WrittenNetwork): Record<string, string | Uint8Array> {
  const { layers, description } = sequential(model.name, model.network);
  const variables = layers.flatMap((layer) =>
    writtenVariables(layer, model).map(({ variable, shape, values }) => ({
      entry: { name: `${layer.config.name}/${variable}`, shape, dtype: 'float32' },
      bytes: Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    })),
  );
  const shards = cut(Buffer.concat(variables.map(({ bytes }) => bytes)));
  const written = {
    format: 'layers-model',
    generatedBy: 'Digitscope',
    convertedBy: null,
    modelTopology: {
      keras_version: kerasForm.h5,
      backend: 'tensorflow',
      model_config: description,
    },
    weightsManifest: [{ paths: Object.keys(shards), weights: variables.map(({ entry }) => entry) }],
  };
  return { 'model.json': `${JSON.stringify(written)}\n`, ...shards };
}

function cut(bytes: Buffer): Record<string, Buffer> {
  const count = Math.max(1, Math.ceil(bytes.length / shardBytes));
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `group1-shard${place + 1}of${count}.bin`,
      bytes.subarray(place * shardBytes, (place + 1) * shardBytes),
    ]),
  );
}
