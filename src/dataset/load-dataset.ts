import { sourceCache } from './cache/source-cache.js';
import type { Dataset } from './dataset.js';
import type { LoadOptions } from './load-options.js';
import { isMnistSource, mnistPair } from './mnist.js';
import { datasetOf } from './samples.js';
import { findSource } from './source/find-source.js';
import type { ReadResult } from './source/read-result.js';
import { readSource } from './source/read-source.js';
import { type NamedSource, parseSource } from './source/source-name.js';

/**
 * Loads labelled samples into memory, out of the cache of packed sources where nothing has changed.
 *
 * @param source `mnist` (60,000 images), `mnist:test` (10,000), a folder of class folders 0..9, an
 * IDX, CSV or NPZ file, or a folder that holds one; `:test` after it names its half for testing
 * @throws Problem where there is nothing to load; the signal's reason where it is aborted
 */
export async function loadDataset(source: string, options: LoadOptions = {}): Promise<Dataset> {
  options.signal?.throwIfAborted();
  if (isMnistSource(source)) {
    const found = { format: 'idx', ...mnistPair(source), looked: [] } as const;
    const { samples } = await readSource(found, source, options);
    return datasetOf(source, samples, 'files');
  }
  return loadNamed(parseSource(source, options.workspace), source, options);
}

async function loadNamed(
  named: NamedSource,
  source: string,
  options: LoadOptions,
): Promise<Dataset> {
  const key = `${named.path}:${named.half ?? ''}`;
  const packed = await sourceCache.find(key, options.signal);
  if (packed) {
    const total = packed.labels.length;
    options.onProgress?.({ done: total, total });
    return datasetOf(source, packed, 'cache');
  }
  const read = await readSource(await findSource(named, source), source, options);
  options.signal?.throwIfAborted();
  const unkept = await keep(key, read);
  return datasetOf(source, read.samples, 'files', unkept ? [unkept] : []);
}

/** @returns why the next load will not be quicker, as a sentence; undefined where it will, or need not */
async function keep(key: string, { samples, packing }: ReadResult): Promise<string | undefined> {
  if (packing === 'needless') return undefined;
  const reason =
    packing === 'unsafe'
      ? 'some of its files could not be opened'
      : await sourceCache.keep(key, samples);
  return reason && `the next load will take as long: ${reason}`;
}
