import { resolveUserPath } from '../files/user-path.js';
import type { Dataset } from './dataset.js';
import { loadFolders } from './load-folders.js';
import type { LoadOptions } from './load-options.js';
import { isMnistSource, loadMnist } from './mnist.js';

/**
 * Loads labelled samples into memory.
 *
 * @param source `mnist` (60,000 images), `mnist:test` (10,000), or a folder of class folders 0..9
 * @throws Problem where there is nothing to load; the signal's reason where it is aborted
 */
export async function loadDataset(source: string, options: LoadOptions = {}): Promise<Dataset> {
  options.signal?.throwIfAborted();
  if (isMnistSource(source)) return loadMnist(source);
  return loadFolders(resolveUserPath(source, options.workspace), source, options);
}
