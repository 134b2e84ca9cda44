import { Problem } from '../core/problem.js';

/** An array of bytes as an IDX file holds it (format: LeCun's MNIST page). */
export interface Idx {
  /** Length along each axis, such as [60000, 28, 28]. */
  shape: number[];
  /** As many values as the lengths multiplied. */
  values: Uint8Array;
}

/**
 * Reads the bytes of an IDX file: two zeros, the type, the number of axes, their lengths as
 * big-endian 32 bits, the values.
 *
 * @param name of the file, for the words of a problem
 * @param axes how many axes there must be
 * @throws Problem where it is another kind of file or its size is not what its header says
 */
export function readIdx(bytes: Uint8Array, name: string, axes: number): Idx {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = 4 + 4 * axes;
  if (bytes.length < 4 || view.getUint32(0) !== unsignedBytes + axes) {
    throw new Problem(`${name} is not an IDX file of bytes with ${axes} axes`, {
      remedy: 'use the original files, unpacked',
    });
  }
  if (bytes.length < header) throw wrongSize(name, header, bytes.length);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== header + size) throw wrongSize(name, header + size, bytes.length);
  return { shape, values: bytes.subarray(header) };
}

/** The magic number without the number of axes: type 8, unsigned bytes. */
const unsignedBytes = 0x0800;

function wrongSize(name: string, expected: number, found: number): Problem {
  const words = found < expected ? 'truncated' : 'too long';
  return new Problem(
    `${name} is ${words}: its header asks for ${expected} bytes, it has ${found}`,
    {
      remedy: 'copy or download it again',
    },
  );
}
