import type { NpyHeader } from './npy-header.js';

/** Reads the number at a byte. */
type ReadNumber = (view: DataView, at: number) => number;

interface NumberType {
  bytes: number;
  little: ReadNumber;
  big: ReadNumber;
}

const types: Readonly<Record<string, NumberType>> = {
  b1: ofOrder(1, (view, at) => view.getUint8(at)),
  u1: ofOrder(1, (view, at) => view.getUint8(at)),
  i1: ofOrder(1, (view, at) => view.getInt8(at)),
  u2: ofOrder(2, (view, at, little) => view.getUint16(at, little)),
  i2: ofOrder(2, (view, at, little) => view.getInt16(at, little)),
  u4: ofOrder(4, (view, at, little) => view.getUint32(at, little)),
  i4: ofOrder(4, (view, at, little) => view.getInt32(at, little)),
  u8: ofOrder(8, (view, at, little) => Number(view.getBigUint64(at, little))),
  i8: ofOrder(8, (view, at, little) => Number(view.getBigInt64(at, little))),
  f4: ofOrder(4, (view, at, little) => view.getFloat32(at, little)),
  f8: ofOrder(8, (view, at, little) => view.getFloat64(at, little)),
};

/** Types of numbers that can be read, for the remedy of a problem. */
export const readableTypes = 'uint8, int64, float32 or another usual type of number';

/** Bytes of a number; undefined where the type cannot be read. */
export function numberBytes({ type }: NpyHeader): number | undefined {
  return types[type]?.bytes;
}

/**
 * The numbers of an array in pieces, in their order, whatever the pieces that its bytes come in.
 *
 * @param chunks its bytes after the header
 */
export async function* readNumbers(
  chunks: AsyncIterable<Buffer>,
  { type, isLittleEndian }: NpyHeader,
): AsyncGenerator<Float64Array> {
  const { bytes, little, big } = types[type];
  const read = isLittleEndian ? little : big;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
    const numbers = new Float64Array(Math.floor(all.length / bytes));
    for (let index = 0; index < numbers.length; index++) numbers[index] = read(view, index * bytes);
    rest = all.subarray(numbers.length * bytes);
    yield numbers;
  }
}

function ofOrder(
  bytes: number,
  read: (view: DataView, at: number, little: boolean) => number,
): NumberType {
  return {
    bytes,
    little: (view, at) => read(view, at, true),
    big: (view, at) => read(view, at, false),
  };
}
