import { Problem } from '../core/problem.js';

/** An array in the IDX format that MNIST is published in (LeCun et al., "The MNIST database"). */
export interface IdxArray {
  /** Sides, outermost first. */
  shape: number[];
  /** Bytes, row-major; a view of what was read. */
  values: Uint8Array;
}

/** The only type of value that pictures and labels come in. */
const unsignedByte = 0x08;

/**
 * Reads an IDX array of bytes.
 *
 * @throws Problem where the magic number is another or the length does not fit the shape
 */
export function readIdx(bytes: Buffer, file: string): IdxArray {
  const dimensions = bytes.length >= 4 ? bytes[3] : 0;
  const isIdx = bytes.length >= 4 && bytes.readUInt16BE(0) === 0 && bytes[2] === unsignedByte;
  if (!isIdx || dimensions === 0) {
    throw new Problem(`${file} is not an IDX file of bytes`, { remedy: 'check which file it is' });
  }
  const start = 4 + dimensions * 4;
  if (bytes.length < start) throw damaged(file);
  const shape = Array.from({ length: dimensions }, (_, side) => bytes.readUInt32BE(4 + side * 4));
  const size = shape.reduce((product, side) => product * side, 1);
  if (bytes.length !== start + size) throw damaged(file);
  return { shape, values: bytes.subarray(start) };
}

function damaged(file: string): Problem {
  return new Problem(`${file} is not as long as its header says`, { remedy: 'copy it again' });
}
