import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CachedFile, cachedFiles, cacheFolder } from './cache-folder.js';
import { writerOf } from './write-pack.js';

/** Bytes that all packed sources may have together: twenty times MNIST. */
const cacheLimit = 2 ** 30;

/**
 * Lets packed sources go until they are within the limit, those that were not used for longest
 * first; and what was left of writers that were killed.
 *
 * @param kept stays, whatever its size
 */
export async function makeRoom(kept: string, limit = cacheLimit): Promise<void> {
  const files = await cachedFiles(cacheFolder());
  for (const { file } of files.filter(isLeftover)) await rm(file, { force: true });
  const packs = files.filter(({ file }) => writerOf(basename(file)) === undefined);
  let bytes = packs.reduce((sum, pack) => sum + pack.bytes, 0);
  for (const pack of packs.sort((a, b) => a.used - b.used)) {
    if (bytes <= limit) return;
    if (pack.file === kept) continue;
    await rm(pack.file, { force: true });
    bytes -= pack.bytes;
  }
}

/** Milliseconds without a write after which the writer of another machine is given up. */
const longPause = 24 * 60 * 60 * 1000;
/** The same where no process of this machine has its number. */
const shortPause = 10_000;

function isLeftover({ file, used }: CachedFile): boolean {
  const writer = writerOf(basename(file));
  if (writer === undefined) return false;
  const pause = Date.now() - used;
  return pause > longPause || (pause > shortPause && !isRunning(writer));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may be someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
