import { Problem } from '../../core/problem.js';
import { listZip, readZipEntry, type ZipEntry } from '../../files/zip.js';
import { nameForWords, unopenable } from '../../vision/unreadable.js';
import { type NpyHeader, readNpyHeader } from './npy-header.js';
import { numberBytes, readableTypes, readNumbers } from './npy-values.js';

/** An array in an NPZ file. */
export interface NpzArray {
  /** Without its `.npy`. */
  name: string;
  file: string;
  entry: ZipEntry;
}

/** @throws Problem where it is no NPZ file, or damaged */
export async function listArrays(file: string): Promise<NpzArray[]> {
  const entries = await listZip(file).catch((error: unknown) => {
    throw isOfSystem(error) ? unopenable(nameForWords(file), error) : damagedNpz(file, error);
  });
  return entries.map((entry) => ({ name: entry.name.replace(/\.npy$/, ''), file, entry }));
}

/** @throws Problem where it is no array of numbers, or lies in memory in another order than usual */
export async function readHeader(array: NpzArray): Promise<NpyHeader> {
  let start = Buffer.alloc(0);
  let header: NpyHeader | undefined;
  for await (const chunk of chunksOf(array)) {
    start = Buffer.concat([start, chunk]);
    header = readNpyHeader(start);
    if (header || start.length > longestHeader) break;
  }
  const { file, name, entry } = array;
  if (!header) throw damagedNpz(file, `${name} is no array`);
  const bytes = numberBytes(header);
  if (bytes === undefined || (header.isFortran && header.shape.length > 1)) {
    const kind = header.isFortran ? 'columns before rows' : `the type ${header.type}`;
    throw new Problem(`${nameForWords(file)} has ${name} in ${kind}`, {
      remedy: `save it with np.ascontiguousarray, as ${readableTypes}`,
    });
  }
  const count = header.shape.reduce((product, length) => product * length, 1);
  if (entry.size !== header.headerBytes + count * bytes) {
    throw damagedNpz(file, `${name} has ${entry.size} bytes`);
  }
  return header;
}

/**
 * The numbers of an array, in pieces.
 *
 * @throws Problem where its bytes are damaged, more or fewer than they should be; the signal's
 * reason where it is aborted
 */
export async function* numbersOf(
  array: NpzArray,
  header: NpyHeader,
  signal?: AbortSignal,
): AsyncGenerator<Float64Array> {
  yield* readNumbers(afterHeader(chunksOf(array, signal), header), header);
}

/** A header has some hundred bytes. */
const longestHeader = 1 << 16;

async function* afterHeader(
  chunks: AsyncIterable<Buffer>,
  { headerBytes }: NpyHeader,
): AsyncGenerator<Buffer> {
  let before = headerBytes;
  for await (const chunk of chunks) {
    if (before < chunk.length) yield before > 0 ? chunk.subarray(before) : chunk;
    before = Math.max(0, before - chunk.length);
  }
}

/** Bytes of an array with its header, never more than the zip says that it has. */
async function* chunksOf(
  { file, name, entry }: NpzArray,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    for await (const chunk of await readZipEntry(file, entry)) {
      signal?.throwIfAborted();
      read += (chunk as Buffer).length;
      if (read > entry.size) break;
      yield chunk as Buffer;
    }
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error;
    throw isOfSystem(error) ? unopenable(nameForWords(file), error) : damagedNpz(file, error);
  }
  if (read !== entry.size) throw damagedNpz(file, `${name} has another size than the zip says`);
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function damagedNpz(file: string, cause: unknown): Problem {
  return new Problem(`${nameForWords(file)} is no NPZ file, or is damaged`, {
    remedy: 'copy it again, or save it again with np.savez_compressed',
    cause,
  });
}
