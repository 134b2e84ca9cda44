import * as z from 'zod';
import { readHdf5 } from '../hdf5/read-hdf5.js';
import type { ImportedModel } from '../imported-model.js';
import { parseJson } from '../parse-json.js';
import { damaged, printable } from '../refusals.js';
import { readZip } from '../zip/read-zip.js';
import { entrySchema } from './entry.js';
import { readModelConfig } from './model-config.js';
import { networkOf } from './network-of.js';
import { NumberedWeights } from './numbered-weights.js';
import { readOptimiser } from './read-optimiser.js';
import { readWeights } from './read-weights.js';
import { numberedOptimiser } from './stored-optimiser.js';

/** Bytes at most; a network of 200 layers has some 200 kilobytes. */
const largest = {
  'metadata.json': 2 ** 16,
  'config.json': 16 * 2 ** 20,
  'model.weights.h5': 640 * 2 ** 20,
};

const metadata = z.object({ keras_version: z.string().optional() });

/**
 * Reads a `.keras`: a zip of a network, its weights, and what wrote them.
 *
 * @throws Problem where the file is damaged, or holds what is not supported
 */
export async function readKeras(bytes: Uint8Array, file: string): Promise<ImportedModel> {
  const parts = readZip(bytes, largest, file);
  const textOf = (name: 'metadata.json' | 'config.json') => {
    const part = parts.get(name);
    if (!part) throw damaged(file, `has no ${name}, as a .keras has`);
    return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8');
  };
  const entry = parseJson(textOf('config.json'), entrySchema, { file, what: 'config.json' });
  const about = parseJson(textOf('metadata.json'), metadata, { file, what: 'metadata.json' });
  const found = networkOf(readModelConfig(entry, file), file);
  const weights = parts.get('model.weights.h5');
  if (!weights) throw damaged(file, 'has no model.weights.h5, as a .keras has');
  return readHdf5(weights, file, (root) => ({
    network: found.network,
    weights: readWeights(found, new NumberedWeights(root), file),
    origin: {
      format: 'keras',
      by: printable(about.keras_version ? `Keras ${about.keras_version}` : 'Keras'),
      file,
    },
    ...readOptimiser(found, numberedOptimiser(root, entry.compile_config)),
  }));
}
