import { mostLikely } from '../metrics.js';

/** Side of an image, and of the square that covers a part of it, in pixels. */
const side = 28;
export const patchSide = 7;

/**
 * One image with a dark square over it, once for each pixel that the square is centred at; at the edge a part of the
 * square lies outside. What matters to an answer is found by what the network says of them (Zeiler and Fergus,
 * "Visualizing and Understanding Convolutional Networks", 2014, section 4.2).
 *
 * @param image 784 bytes
 * @returns 784 × 784 bytes, by the centre of the square, row by row
 */
export function coveredImages(image: Uint8Array): Uint8Array {
  const count = side * side;
  const covered = new Uint8Array(count * count);
  for (let centre = 0; centre < count; centre++) {
    const copy = covered.subarray(centre * count, (centre + 1) * count);
    copy.set(image);
    const rows = reach(Math.floor(centre / side));
    const columns = reach(centre % side);
    for (let y = rows.from; y < rows.to; y++) {
      copy.fill(0, y * side + columns.from, y * side + columns.to);
    }
  }
  return covered;
}

/** What is left of an answer when a part of the image is covered, by the centre of what covers. */
export interface OcclusionMap {
  /** 784: probability of the answer that the whole image has. */
  kept: Float32Array;
  /** 784: the answer with that part covered. */
  digits: Uint8Array;
}

/**
 * @param answer what the whole image is read as
 * @param probabilities 784 × 10, of `coveredImages`
 */
export function occlusionMap(answer: number, probabilities: Float32Array): OcclusionMap {
  const rows = Array.from({ length: probabilities.length / 10 }, (_, at) =>
    probabilities.subarray(at * 10, at * 10 + 10),
  );
  return {
    kept: Float32Array.from(rows, (row) => row[answer]),
    digits: Uint8Array.from(rows, mostLikely),
  };
}

/** The rows or columns that a square covers which is centred there. */
function reach(centre: number): { from: number; to: number } {
  const each = (patchSide - 1) / 2;
  return { from: Math.max(0, centre - each), to: Math.min(side, centre + each + 1) };
}
