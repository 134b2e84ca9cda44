import { resolveUserPath } from '../vision/user-path.js';
import { loadClassFolders } from './class-folders.js';
import type { Dataset } from './dataset.js';
import { isBuiltIn, loadMnist } from './mnist.js';

interface LoadOptions {
  /** Called as pictures are read. */
  onProgress?: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal;
}

/**
 * Loads a source: the word `mnist` or `mnist:test`, or a folder of class folders, by a path from
 * the current folder.
 *
 * @throws Problem where there is no such source, or nothing in it can be read
 */
export async function loadDataset(source: string, options: LoadOptions = {}): Promise<Dataset> {
  if (isBuiltIn(source)) return loadMnist(source);
  return loadClassFolders(resolveUserPath(source), source, options);
}
