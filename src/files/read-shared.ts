import { open } from 'node:fs/promises';

/** Reads a whole file into memory that threads can share without a copy. */
export async function readShared(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
      // A file that shrinks meanwhile is left as long as it was found, ending in zeros.
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
