import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { programCache } from '../../files/program-cache.js';

/** Where packed sources are kept: in the program's cache, or in `DIGITSCOPE_DATA_CACHE`. */
export function cacheFolder(): string {
  return process.env.DIGITSCOPE_DATA_CACHE || join(programCache(), 'datasets');
}

/**
 * Deletes every packed source; the sources themselves stay as they are.
 *
 * @returns how many there were, and their size together
 */
export async function clearCache(): Promise<{ files: number; bytes: number }> {
  const cleared = { files: 0, bytes: 0 };
  for (const { file, bytes } of await cachedFiles()) {
    await rm(file, { force: true });
    cleared.files++;
    cleared.bytes += bytes;
  }
  return cleared;
}

/** A file of the cache. */
export interface CachedFile {
  file: string;
  bytes: number;
  /** Milliseconds since 1970. */
  used: number;
}

/** All files of the cache; those that go meanwhile are left out. */
export async function cachedFiles(folder: string = cacheFolder()): Promise<CachedFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found: CachedFile[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const facts = await stat(file).catch(() => undefined);
    if (facts?.isFile()) found.push({ file, bytes: facts.size, used: facts.mtimeMs });
  }
  return found;
}
