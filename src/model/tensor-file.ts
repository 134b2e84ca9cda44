import * as z from 'zod';
import { Problem } from '../core/problem.js';

/** Values with a shape, row-major. */
export interface Tensor {
  shape: readonly number[];
  values: Float32Array;
}

/** Tensors by their names, and words that belong to them. */
export interface TensorFile {
  tensors: ReadonlyMap<string, Tensor>;
  metadata?: Readonly<Record<string, string>>;
}

/**
 * Tensors in the safetensors format (huggingface/safetensors, README, "Format"): eight bytes of
 * header length, a JSON header with type, shape and place of every tensor, then the values,
 * little-endian and in order.
 */
export function encodeTensorFile({ tensors, metadata }: TensorFile): Buffer {
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {};
  const chunks: Buffer[] = [];
  let offset = 0;
  for (const [name, { shape, values }] of tensors) {
    const end = offset + values.byteLength;
    header[name] = { dtype: 'F32', shape: [...shape], data_offsets: [offset, end] };
    chunks.push(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    offset = end;
  }
  const json = Buffer.from(padded(JSON.stringify(header)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, ...chunks]);
}

/**
 * Reads tensors back and checks that they are whole and finite.
 *
 * @param file for the words of a problem
 * @throws Problem where the bytes are not such a file
 */
export function decodeTensorFile(bytes: Buffer, file: string): TensorFile {
  const { metadata, entries } = readHeader(bytes, file);
  const values = bytes.subarray(8 + Number(bytes.readBigUInt64LE(0)));
  const tensors = new Map(
    Object.entries(entries).map(([name, entry]) => [name, readTensor(name, entry, values, file)]),
  );
  return { tensors, metadata };
}

/** What is wrong with a file of weights. */
export function damaged(file: string, what: string, cause?: unknown): Problem {
  return new Problem(`${file} ${what}`, {
    remedy: 'use another model, or copy or train this one again',
    cause,
  });
}

const entrySchema = z.object({
  dtype: z.literal('F32'),
  shape: z.array(z.number().int().nonnegative()),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});
type Entry = z.infer<typeof entrySchema>;

/** The free-form entry of this name is words for whoever wrote it. */
const headerSchema = z.looseObject({ __metadata__: z.record(z.string(), z.string()).optional() });
const entriesSchema = z.record(z.string(), entrySchema);

function readHeader(
  bytes: Buffer,
  file: string,
): { metadata?: Record<string, string>; entries: Record<string, Entry> } {
  const length = bytes.length >= 8 ? bytes.readBigUInt64LE(0) : 0n;
  if (length === 0n || length > BigInt(bytes.length - 8)) throw damaged(file, 'is cut short');
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8', 8, 8 + Number(length)));
    const { __metadata__: metadata, ...entries } = headerSchema.parse(json);
    return { metadata, entries: entriesSchema.parse(entries) };
  } catch (cause) {
    throw damaged(file, 'has a header that cannot be read', cause);
  }
}

function readTensor(
  name: string,
  { shape, data_offsets: [start, end] }: Entry,
  values: Buffer,
  file: string,
): Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  if (end - start !== size * 4) throw damaged(file, `has ${name} in another shape`);
  if (end > values.length) throw damaged(file, 'is cut short');
  // A copy, since the view of a file's bytes may not lie on a multiple of four.
  const tensor = new Float32Array(size);
  Buffer.from(tensor.buffer).set(values.subarray(start, end));
  if (!tensor.every(Number.isFinite)) throw damaged(file, `has ${name} not finite`);
  return { shape, values: tensor };
}

/** The format asks for values that begin on a multiple of eight bytes. */
function padded(json: string): string {
  return json + ' '.repeat((8 - (Buffer.byteLength(json) % 8)) % 8);
}
