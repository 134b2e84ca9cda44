import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listZip, readZipEntry, type ZipEntry } from '../../../files/zip.js';

/**
 * Unpacks the files of a zip that `placeOf` gives a path to, streaming, so that a library of
 * 600 MB never is in memory. Made for wheels: no symbolic links.
 *
 * @param placeOf an entry's name to the path to write, or undefined to leave it out
 * @returns the number of files written
 * @throws Error if the file is not such a zip or is damaged
 */
export async function unzip(
  file: string,
  placeOf: (name: string) => string | undefined,
): Promise<number> {
  let written = 0;
  for (const entry of await listZip(file)) {
    const place = entry.name.endsWith('/') ? undefined : placeOf(entry.name);
    if (place === undefined) continue;
    await extract(file, entry, place);
    written += 1;
  }
  return written;
}

async function extract(file: string, entry: ZipEntry, place: string): Promise<void> {
  const isStored = entry.method === 0;
  await mkdir(dirname(place), { recursive: true });
  if (isStored && entry.packedSize === 0) return writeFile(place, '');
  const output = createWriteStream(place);
  await pipeline(await readZipEntry(file, entry), output);
  if (output.bytesWritten !== entry.size) throw new Error(`${entry.name} has the wrong size`);
}
