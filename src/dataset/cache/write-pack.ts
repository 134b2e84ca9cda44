import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes parts beside a file and renames: it is there whole, or as it was, and who reads it
 * meanwhile reads one of the two. Where that fails nothing stays.
 *
 * @throws the error of the file system
 */
export async function writePack(file: string, parts: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = join(dirname(file), besideName(basename(file)));
  try {
    const handle = await open(beside, 'wx');
    try {
      for (const part of parts) await writeAll(handle, part);
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What a file is called while it is written, and by which process. */
function besideName(name: string): string {
  return `.${name}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
}

/** The process that writes a file of such a name; undefined where it is a finished one. */
export function writerOf(name: string): number | undefined {
  const pid = /\.(\d+)-[0-9a-f]{8}\.part$/.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, part: Uint8Array): Promise<void> {
  for (let written = 0; written < part.length; ) {
    const length = Math.min(2 ** 28, part.length - written);
    written += (await handle.write(part, written, length)).bytesWritten;
  }
}
