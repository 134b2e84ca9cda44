import { stat } from 'node:fs/promises';
import { nameForWords } from '../../vision/unreadable.js';
import { requireReasonable } from '../bytes/limits.js';
import { readChunks } from '../bytes/read-chunks.js';
import { sharedBytes } from '../threads/shared.js';
import { type IdxHeader, readIdxHeader, wrongIdxSize } from './idx-header.js';

/** An array of bytes as an IDX file holds it. */
export interface Idx {
  /** Length along each axis. */
  shape: number[];
  /** As many values as the lengths multiplied, in memory that threads share. */
  values: Uint8Array;
}

interface ReadOptions {
  signal?: AbortSignal;
  /** Told the share of the values that are read, 0..1. */
  onShare?: (share: number) => void;
}

/**
 * Reads an IDX file, plain or gzip.
 *
 * @param axes how many axes there must be
 * @throws Problem where it is another kind of file, or its size is not what its header says; the
 * signal's reason where it is aborted
 */
export async function readIdx(
  file: string,
  axes: number,
  { signal, onShare }: ReadOptions = {},
): Promise<Idx> {
  const name = nameForWords(file);
  let before = Buffer.alloc(0);
  let idx: (IdxHeader & { values: Uint8Array }) | undefined;
  let filled = 0;
  for await (const chunk of readChunks(file, { signal })) {
    let values = chunk;
    if (!idx) {
      before = Buffer.concat([before, chunk]);
      if (before.length < 4 + 4 * axes) continue;
      const header = readIdxHeader(before, name, axes);
      await requireRoomFor(header, file, name);
      idx = { ...header, values: sharedBytes(header.size) };
      values = before.subarray(header.headerBytes);
    }
    if (filled + values.length > idx.size) {
      throw wrongIdxSize(
        name,
        idx.headerBytes + idx.size,
        idx.headerBytes + filled + values.length,
      );
    }
    idx.values.set(values, filled);
    filled += values.length;
    onShare?.(filled / idx.size);
  }
  if (!idx) return readNothing(before, name, axes);
  const { shape, values, size, headerBytes } = idx;
  if (filled < size) throw wrongIdxSize(name, headerBytes + size, headerBytes + filled);
  return { shape, values };
}

/** A file that ends before its header is wrong in one of the ways that a header can be. */
function readNothing(start: Uint8Array, name: string, axes: number): never {
  const { headerBytes } = readIdxHeader(start, name, axes);
  throw wrongIdxSize(name, headerBytes, start.length);
}

/** No more than 1032 bytes come of one of gzip: a header that asks for more is not to be believed. */
const mostUnpacked = 1032;

async function requireRoomFor(header: IdxHeader, file: string, name: string): Promise<void> {
  const [count, height = 1, width = 1] = header.shape;
  requireReasonable(name, { count, width, height });
  const { size } = await stat(file);
  if (header.size > mostUnpacked * size) {
    throw wrongIdxSize(name, header.headerBytes + header.size, size);
  }
}
