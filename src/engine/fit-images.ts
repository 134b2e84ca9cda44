import type { Network } from '../model/network.js';

/** Pixels along a side of every image that comes to an engine. */
const givenSide = 28;

/** Bytes of one image as it comes. */
export const imageBytes = givenSide * givenSide;

/**
 * Images in the size that a network takes, by the triangle filter, which grows with the step when
 * images shrink, so that no thin stroke is stepped over:
 * `tf.image.resize` with `antialias`. Pixels stay bytes, as those of all images are.
 *
 * @param images n × 784 bytes
 * @returns n × side × side bytes; the same ones where nothing is to be done
 */
export function fitImages({ input: [side] }: Network, images: Uint8Array): Uint8Array {
  if (side === givenSide) return images;
  const taps = tapsTo(side);
  const count = images.length / imageBytes;
  const fitted = new Uint8Array(count * side * side);
  const rows = new Float32Array(givenSide * side);
  for (let image = 0; image < count; image++) {
    const from = images.subarray(image * imageBytes, (image + 1) * imageBytes);
    resizeRows(from, rows, taps);
    resizeColumns(rows, fitted.subarray(image * side * side, (image + 1) * side * side), taps);
  }
  return fitted;
}

/** Where a pixel's value comes from along one direction: neighbouring pixels, with shares of 1. */
interface Taps {
  first: number;
  shares: Float32Array;
}

/** Those of each pixel of a side. */
function tapsTo(side: number): Taps[] {
  const step = givenSide / side;
  const reach = Math.max(1, step);
  return Array.from({ length: side }, (_, place) => {
    const centre = (place + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(givenSide - 1, Math.floor(centre + reach));
    const heights = Array.from(
      { length: last - first + 1 },
      (_, tap) => 1 - Math.abs(first + tap - centre) / reach,
    );
    const whole = heights.reduce((sum, height) => sum + height, 0);
    return { first, shares: Float32Array.from(heights, (height) => height / whole) };
  });
}

/** Every row to the new width. */
function resizeRows(from: Uint8Array, to: Float32Array, taps: readonly Taps[]): void {
  for (let row = 0; row < givenSide; row++) {
    for (const [column, { first, shares }] of taps.entries()) {
      let value = 0;
      for (let tap = 0; tap < shares.length; tap++) {
        value += shares[tap] * from[row * givenSide + first + tap];
      }
      to[row * taps.length + column] = value;
    }
  }
}

/** Rows of the new width to the new height. */
function resizeColumns(from: Float32Array, to: Uint8Array, taps: readonly Taps[]): void {
  const side = taps.length;
  for (const [row, { first, shares }] of taps.entries()) {
    for (let column = 0; column < side; column++) {
      let value = 0;
      for (let tap = 0; tap < shares.length; tap++) {
        value += shares[tap] * from[(first + tap) * side + column];
      }
      to[row * side + column] = Math.round(value);
    }
  }
}
