import * as z from 'zod';
import { Problem } from '../core/problem.js';
import type { Network } from './network.js';
import { type Parameter, parametersOf, sizeOf } from './parameters.js';
import type { Weights } from './weights.js';

/**
 * Weights in the safetensors format (huggingface/safetensors, README, "Format"): eight bytes of
 * header length, a JSON header with type, shape and place of every tensor, then the values,
 * little-endian and in order.
 */
export function encodeSafetensors(network: Network, weights: Weights): Buffer {
  const header: Record<string, TensorHeader> = {};
  const chunks: Buffer[] = [];
  let offset = 0;
  for (const parameter of parametersOf(network)) {
    const values = valuesOf(weights, parameter);
    const end = offset + values.byteLength;
    header[parameter.name] = {
      dtype: 'F32',
      shape: [...parameter.shape],
      data_offsets: [offset, end],
    };
    chunks.push(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    offset = end;
  }
  const json = Buffer.from(padded(JSON.stringify(header)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, ...chunks]);
}

/**
 * Reads weights back and checks that they are the network's, whole and finite.
 *
 * @throws Problem where the bytes are not such a file or belong to another network
 */
export function decodeSafetensors(network: Network, bytes: Buffer, file: string): Weights {
  const header = readHeader(bytes, file);
  const values = bytes.subarray(8 + Number(bytes.readBigUInt64LE(0)));
  return new Map(
    parametersOf(network).map((parameter) => {
      const tensor = header[parameter.name];
      if (!tensor) throw damaged(file, `has no ${parameter.name}`);
      return [parameter.name, readTensor(parameter, tensor, values, file)];
    }),
  );
}

const tensorHeader = z.object({
  dtype: z.literal('F32'),
  shape: z.array(z.number().int().nonnegative()),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});
type TensorHeader = z.infer<typeof tensorHeader>;

/** Some writers add a free-form entry of this name. */
const headerSchema = z
  .looseObject({ __metadata__: z.unknown().optional() })
  .transform(({ __metadata__, ...tensors }) => tensors)
  .pipe(z.record(z.string(), tensorHeader));

function readHeader(bytes: Buffer, file: string): Record<string, TensorHeader> {
  const length = bytes.length >= 8 ? bytes.readBigUInt64LE(0) : 0n;
  if (length === 0n || length > BigInt(bytes.length - 8)) throw damaged(file, 'is cut short');
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8', 8, 8 + Number(length)));
    return headerSchema.parse(json);
  } catch (cause) {
    throw damaged(file, 'has a header that cannot be read', cause);
  }
}

function readTensor(
  parameter: Parameter,
  { shape, data_offsets: [start, end] }: TensorHeader,
  values: Buffer,
  file: string,
): Float32Array {
  if (shape.join() !== parameter.shape.join() || end - start !== sizeOf(parameter.shape) * 4) {
    throw damaged(file, `has ${parameter.name} in another shape`);
  }
  if (end > values.length) throw damaged(file, 'is cut short');
  // A copy, since the view of a file's bytes may not lie on a multiple of four.
  const tensor = new Float32Array(sizeOf(shape));
  Buffer.from(tensor.buffer).set(values.subarray(start, end));
  if (!tensor.every(Number.isFinite)) throw damaged(file, `has ${parameter.name} not finite`);
  return tensor;
}

function valuesOf(weights: Weights, { name }: Parameter): Float32Array {
  const values = weights.get(name);
  if (!values) throw new Error(`weights lack ${name}`);
  return values;
}

/** The format asks for values that begin on a multiple of eight bytes. */
function padded(json: string): string {
  return json + ' '.repeat((8 - (Buffer.byteLength(json) % 8)) % 8);
}

function damaged(file: string, what: string, cause?: unknown): Problem {
  return new Problem(`${file} ${what}`, {
    remedy: 'use another model, or copy or train this one again',
    cause,
  });
}
