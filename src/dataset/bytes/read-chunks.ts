import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { Problem } from '../../core/problem.js';
import { nameForWords, unopenable } from '../../vision/unreadable.js';

const chunkBytes = 1 << 20;

interface ReadChunksOptions {
  signal?: AbortSignal;
  /** Told how many bytes of the file were read so far, before each piece. */
  onRead?: (bytes: number) => void;
}

/**
 * The bytes of a file in pieces of about a megabyte, unpacked where it is gzip by its first bytes.
 *
 * @throws Problem where it cannot be opened, or its gzip is damaged or cut short
 */
export async function* readChunks(
  file: string,
  { signal, onRead }: ReadChunksOptions = {},
): AsyncGenerator<Buffer> {
  const name = nameForWords(file);
  const isPacked = isGzip(await readStart(file, 2));
  const bytes = createReadStream(file, { highWaterMark: chunkBytes });
  try {
    const unpacked = isPacked
      ? pipeline(bytes, createGunzip({ chunkSize: chunkBytes }), () => {})
      : bytes;
    for await (const chunk of unpacked) {
      signal?.throwIfAborted();
      onRead?.(bytes.bytesRead);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof Problem || signal?.aborted) throw error;
    if (isPacked && isZlibError(error)) {
      throw new Problem(`${name} is truncated or damaged`, {
        remedy: 'copy it again',
        cause: error,
      });
    }
    throw unopenable(name, error);
  } finally {
    bytes.destroy();
  }
}

/**
 * The first bytes of a file, as many as there are.
 *
 * @throws Problem where it cannot be opened
 */
export async function readStart(file: string, length: number): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unopenable(nameForWords(file), error);
  }
}

/** The first bytes of what a file holds, unpacked where they are gzip; no bytes where that is damaged. */
export function unpackStart(start: Buffer): Buffer {
  if (!isGzip(start)) return start;
  try {
    // Cut short as it is, it gives what it can.
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 20 });
  } catch {
    return Buffer.alloc(0);
  }
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}
