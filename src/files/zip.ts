import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** A file in a zip. */
export interface ZipEntry {
  name: string;
  /** 0 as it is, 8 deflated. */
  method: number;
  packedSize: number;
  /** Unpacked, in bytes. */
  size: number;
  headerAt: number;
}

/**
 * What a zip holds: no encryption, no zip64. The layout is in PKWARE's APPNOTE.TXT, sections 4.3.7,
 * 4.3.12 and 4.3.16.
 *
 * @throws Error if the file is not such a zip or is damaged
 */
export async function listZip(file: string): Promise<ZipEntry[]> {
  const zip = await open(file);
  try {
    return await entriesOf(zip);
  } finally {
    await zip.close();
  }
}

/**
 * The bytes of one entry, unpacked as they are read, a megabyte at a time.
 *
 * @throws Error if it is damaged or packed in another way
 */
export async function readZipEntry(file: string, entry: ZipEntry): Promise<Readable> {
  if (entry.method !== 0 && entry.method !== 8) {
    throw new Error(`${entry.name} is packed in a way that is not supported`);
  }
  const start = await contentStart(file, entry);
  const end = start + entry.packedSize - 1;
  const packed = createReadStream(file, { start, end, highWaterMark: chunkBytes });
  if (entry.method === 0) return packed;
  return pipeline(packed, createInflateRaw({ chunkSize: chunkBytes }), () => {});
}

const chunkBytes = 1 << 20;

async function entriesOf(zip: FileHandle): Promise<ZipEntry[]> {
  const { size } = await zip.stat();
  const tail = await read(zip, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0 || end + 22 > tail.length) throw new Error('not a zip file, or cut short');
  const count = tail.readUInt16LE(end + 10);
  const directory = await read(zip, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: ZipEntry[] = [];
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

/** The header before the content repeats the name, and has extras of another length. */
async function contentStart(file: string, { headerAt }: ZipEntry): Promise<number> {
  const zip = await open(file);
  try {
    const header = await read(zip, headerAt, 30);
    return headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await zip.close();
  }
}

async function read(zip: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await zip.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('not a zip file, or cut short');
  return buffer;
}
