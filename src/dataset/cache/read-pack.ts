import { type FileHandle, open } from 'node:fs/promises';
import type { Samples } from '../samples.js';
import { sharedBytes } from '../threads/shared.js';
import {
  headerLength,
  readHeader,
  readStamp,
  sectionStarts,
  stampSections,
  startBytes,
  unpackSamples,
} from './pack.js';
import type { Stamp } from './stamp.js';

/** A packed file that was begun: the stamp can be looked at while the rest is read. */
export interface OpenPack {
  stamp: Stamp;
  /** Reads the rest. @returns undefined where it is damaged */
  samples: () => Promise<Samples | undefined>;
  close: () => Promise<void>;
}

/**
 * Opens a packed file.
 *
 * @returns undefined where there is none, or it is damaged or of another source or version
 */
export async function openPack(file: string, key: string): Promise<OpenPack | undefined> {
  const handle = await open(file).catch(() => undefined);
  const pack = handle && (await begin(handle, key).catch(() => undefined));
  if (!pack) await handle?.close();
  return pack;
}

async function begin(handle: FileHandle, key: string): Promise<OpenPack | undefined> {
  const { size } = await handle.stat();
  const start = await readInto(handle, new Uint8Array(Math.min(size, startBytes)), 0);
  const length = start && headerLength(start);
  if (!start || length === undefined || startBytes + length > size) return undefined;
  const words = await readInto(handle, new Uint8Array(length), startBytes);
  const header = words && readHeader(start, words);
  if (header?.key !== key) return undefined;

  const starts = sectionStarts(header, startBytes + length);
  if (starts[starts.length - 1] !== size) return undefined;
  const bytes = sharedBytes(size);
  const stampEnd = starts[stampSections];
  await readInto(handle, bytes.subarray(0, stampEnd), 0);
  return {
    stamp: readStamp(bytes, header, starts),
    samples: async () => {
      const rest = await readInto(handle, bytes.subarray(stampEnd), stampEnd);
      return rest && unpackSamples(bytes, header, starts);
    },
    close: () => handle.close(),
  };
}

/** Bytes of one call: the system takes at most two gigabytes. */
const mostAtOnce = 2 ** 28;

/** @returns undefined where the file ends before the target is full */
async function readInto(
  handle: FileHandle,
  target: Uint8Array,
  from: number,
): Promise<Uint8Array | undefined> {
  for (let filled = 0; filled < target.length; ) {
    const length = Math.min(mostAtOnce, target.length - filled);
    const { bytesRead } = await handle.read(target, filled, length, from + filled);
    if (bytesRead === 0) return undefined;
    filled += bytesRead;
  }
  return target;
}
