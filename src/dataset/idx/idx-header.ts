import { Problem } from '../../core/problem.js';

/** What an IDX file of bytes says of itself (format: LeCun's MNIST page). */
export interface IdxHeader {
  /** Length along each axis, such as [60000, 28, 28]. */
  shape: number[];
  /** Bytes before the values. */
  headerBytes: number;
  /** How many values there are, a byte each. */
  size: number;
}

/**
 * Reads the start of an IDX file: two zeros, the type, the number of axes, their lengths as
 * big-endian 32 bits. The values follow.
 *
 * @param name of the file, for the words of a problem
 * @param axes how many axes there must be
 * @throws Problem where it is another kind of file, or ends within its header
 */
export function readIdxHeader(start: Uint8Array, name: string, axes: number): IdxHeader {
  if (idxAxes(start) !== axes) {
    throw new Problem(`${name} is not an IDX file of bytes with ${axes} axes`, {
      remedy: 'use the original files',
    });
  }
  const headerBytes = 4 + 4 * axes;
  if (start.length < headerBytes) throw wrongIdxSize(name, headerBytes, start.length);
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  return { shape, headerBytes, size: shape.reduce((product, length) => product * length, 1) };
}

/** The number of axes of an IDX file of bytes, by its first four; undefined for any other file. */
export function idxAxes(start: Uint8Array): number | undefined {
  const isBytes =
    start.length >= 4 && start[0] === 0 && start[1] === 0 && start[2] === unsignedBytes;
  return isBytes ? start[3] : undefined;
}

export function wrongIdxSize(name: string, expected: number, found: number): Problem {
  const words = found < expected ? 'truncated' : 'too long';
  return new Problem(
    `${name} is ${words}: its header asks for ${expected} bytes, it has ${found}`,
    { remedy: 'copy or download it again' },
  );
}

/** The type of the values. */
const unsignedBytes = 8;
