import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem } from '../../core/problem.js';
import type { Network } from '../network.js';
import { hdf5Signature } from './hdf5/read-hdf5.js';
import type { ImportedModel } from './imported-model.js';
import { readKeras } from './keras/read-keras.js';
import { readKerasH5 } from './keras/read-keras-h5.js';
import { damaged } from './refusals.js';
import { readLayersModel } from './tfjs/read-layers-model.js';

/** Bytes: the largest network that is taken, with what Adam has gathered for it, has 600 MB. */
const largestFile = 640 * 2 ** 20;

/**
 * What `readModel` does, on the calling thread: a hostile file may keep it for ever.
 *
 * @param network whose weights they are, for a file of weights alone
 * @throws Problem as `readModel`
 */
export async function readModelFile(
  path: string,
  network: Network | undefined,
): Promise<ImportedModel> {
  const place = (await describe(path)).isDirectory() ? await modelJsonIn(path) : path;
  const file = basename(place);
  if ((await describe(place)).size > largestFile) {
    throw damaged(file, 'is too large for a network that reads digits');
  }
  const bytes = await readFile(place).catch((cause) => {
    throw unreadable(place, cause);
  });
  if (startsWith(bytes, hdf5Signature)) return readKerasH5(bytes, file, network);
  if (startsWith(bytes, zipSignature)) return readKeras(bytes, file);
  if (/^\s*\{/.test(bytes.toString('utf8', 0, 64))) return readLayersModel(place, bytes);
  throw damaged(file, 'is none of .h5, .keras and model.json');
}

async function describe(path: string) {
  const found = await stat(path).catch((cause) => {
    throw unreadable(path, cause);
  });
  // A pipe or a device might never end.
  if (!found.isFile() && !found.isDirectory()) throw unreadable(path, undefined);
  return found;
}

async function modelJsonIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  if (names.includes('model.json')) return join(folder, 'model.json');
  if (names.includes('saved_model.pb')) {
    throw new Problem(`${basename(folder)} is a SavedModel, which holds a graph and no layers`, {
      remedy: 'save the model as .keras or .h5 where it was made',
    });
  }
  throw new Problem(`${basename(folder)} has no model.json`, {
    remedy: 'name an .h5, a .keras, or the folder of a TensorFlow.js layers model',
  });
}

const zipSignature = Buffer.from('PK\x03\x04', 'latin1');

function startsWith(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

function unreadable(path: string, cause: unknown): Problem {
  return new Problem(`${path} cannot be read`, {
    remedy: 'see that it is there and that you may read it',
    cause,
  });
}
