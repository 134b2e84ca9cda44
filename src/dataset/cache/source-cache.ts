import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { formVersion } from '../../vision/form-version.js';
import type { Samples } from '../samples.js';
import { cacheFolder } from './cache-folder.js';
import { isCurrent } from './check-stamp.js';
import { SamplesInUse } from './in-use.js';
import { packSamples } from './pack.js';
import { openPack } from './read-pack.js';
import { makeRoom } from './room.js';
import { writePack } from './write-pack.js';

/** Goes up when a reader makes other samples of the same files. */
const readerVersion = 1;

const inUse = new SamplesInUse();

/** The packed copies of sources, in the user's cache folder. */
export const sourceCache = {
  /**
   * The packed copy of a source, or the one that is in memory.
   *
   * @param source absolute, with what it was named with
   * @returns undefined where there is none, it is damaged, or a file of the source has changed
   * @throws the signal's reason where it is aborted
   */
  async find(source: string, signal?: AbortSignal): Promise<Samples | undefined> {
    const key = keyOf(source);
    const file = packFile(key);
    const samples = await currentSamples(file, key, signal);
    if (!samples) return undefined;
    inUse.put(file, samples);
    const now = new Date();
    // The one that was used last is the last to go.
    await utimes(file, now, now).catch(() => {});
    return samples;
  },

  /**
   * Keeps a packed copy of a source, and lets the oldest others go where there are too many.
   *
   * @returns why it could not be kept, for people; undefined where it is
   */
  async keep(source: string, samples: Samples): Promise<string | undefined> {
    const key = keyOf(source);
    const file = packFile(key);
    try {
      await writePack(file, packSamples(samples, key));
      inUse.put(file, samples);
      await makeRoom(file);
      return undefined;
    } catch (error) {
      return whyUnwritten(error);
    }
  },
};

/** From memory or from the file, where nothing has changed since. */
async function currentSamples(
  file: string,
  key: string,
  signal?: AbortSignal,
): Promise<Samples | undefined> {
  const alive = await inUse.find(file, signal);
  if (alive !== 'gone') return alive === 'changed' ? undefined : alive;
  const pack = await openPack(file, key);
  if (!pack) return undefined;
  try {
    const [isSame, samples] = await Promise.all([
      isCurrent(pack.stamp, { signal }),
      pack.samples().catch(() => undefined),
    ]);
    return isSame ? samples : undefined;
  } finally {
    await pack.close();
  }
}

function keyOf(source: string): string {
  const hash = createHash('sha256').update(JSON.stringify([source, readerVersion, formVersion]));
  return hash.digest('hex').slice(0, 24);
}

function packFile(key: string): string {
  return join(cacheFolder(), `${key}.pack`);
}

function whyUnwritten(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'there is no room on the disk of the cache';
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return 'the folder of the cache may not be written to';
  }
  return `the cache could not be written (${code})`;
}
