import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

interface Entry {
  name: string;
  method: number;
  packedSize: number;
  size: number;
  headerAt: number;
}

/**
 * Unpacks the files of a zip that `placeOf` gives a path to, streaming, so that a library of
 * 600 MB never is in memory. Made for wheels: no encryption, no zip64, no symbolic links.
 * The layout is in PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * @param placeOf an entry's name to the path to write, or undefined to leave it out
 * @returns the number of files written
 * @throws Error if the file is not such a zip or is damaged
 */
export async function unzip(
  file: string,
  placeOf: (name: string) => string | undefined,
): Promise<number> {
  const zip = await open(file);
  try {
    let written = 0;
    for (const entry of await entriesOf(zip)) {
      const place = entry.name.endsWith('/') ? undefined : placeOf(entry.name);
      if (place === undefined) continue;
      await extract({ file, zip }, entry, place);
      written += 1;
    }
    return written;
  } finally {
    await zip.close();
  }
}

async function entriesOf(zip: FileHandle): Promise<Entry[]> {
  const { size } = await zip.stat();
  const tail = await read(zip, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0 || end + 22 > tail.length) throw new Error('not a zip file, or cut short');
  const count = tail.readUInt16LE(end + 10);
  const directory = await read(zip, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0, left = count; left > 0; left -= 1) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('damaged zip directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function extract(
  { file, zip }: { file: string; zip: FileHandle },
  entry: Entry,
  place: string,
): Promise<void> {
  if (entry.method !== 0 && entry.method !== 8) {
    throw new Error(`${entry.name} is packed in a way that is not supported`);
  }
  await mkdir(dirname(place), { recursive: true });
  if (entry.packedSize === 0) return writeFile(place, '');
  const header = await read(zip, entry.headerAt, 30);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const end = start + entry.packedSize - 1;
  const packed = createReadStream(file, { start, end, highWaterMark: 1 << 20 });
  const output = createWriteStream(place);
  if (entry.method === 0) await pipeline(packed, output);
  else await pipeline(packed, createInflateRaw({ chunkSize: 1 << 20 }), output);
  if (output.bytesWritten !== entry.size) throw new Error(`${entry.name} has the wrong size`);
}

async function read(zip: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await zip.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('not a zip file, or cut short');
  return buffer;
}
