import type { GreyImage } from './grey-image.js';

/** The largest (or smallest) value within `radius` pixels along both axes. */
export function extremeFilter(
  { width, height, pixels }: GreyImage,
  radius: number,
  pick: 'largest' | 'smallest',
): GreyImage {
  // The smallest is the largest of the inverted values: one loop that compiles well serves both.
  const flip = pick === 'largest' ? 0 : 255;
  const flipped = new Uint8Array(pixels.length);
  for (let index = 0; index < pixels.length; index++) flipped[index] = pixels[index] ^ flip;
  const result = largestDown(largestAcross(flipped, radius, width), radius, width);
  for (let index = 0; index < result.length; index++) result[index] ^= flip;
  return { width, height, pixels: result };
}

/** Each value against those at its sides, one distance after the other: plain loops run fastest. */
function largestAcross(values: Uint8Array, radius: number, width: number): Uint8Array {
  const result = values.slice();
  for (let row = 0; row < values.length; row += width) {
    for (let away = 1; away <= Math.min(radius, width - 1); away++) {
      for (let at = row; at < row + width - away; at++) {
        if (values[at + away] > result[at]) result[at] = values[at + away];
        if (values[at] > result[at + away]) result[at + away] = values[at];
      }
    }
  }
  return result;
}

function largestDown(values: Uint8Array, radius: number, width: number): Uint8Array {
  const result = values.slice();
  for (let away = width; away <= radius * width; away += width) {
    for (let at = 0; at + away < values.length; at++) {
      if (values[at + away] > result[at]) result[at] = values[at + away];
      if (values[at] > result[at + away]) result[at + away] = values[at];
    }
  }
  return result;
}

/** The mean within `radius` pixels along both axes, of the pixels that there are. */
export function meanFilter(image: GreyImage, radius: number): GreyImage {
  const { width, height, pixels } = image;
  // Sums of bytes are whole numbers: 32 bits hold those of 16 megapixels.
  const isLarge = width * height > 2 ** 24;
  const sums = new (isLarge ? Float64Array : Uint32Array)((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x];
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  const mean = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius);
    const bottom = Math.min(height, y + radius + 1);
    const rows = bottom - top;
    const above = top * (width + 1);
    const below = bottom * (width + 1);
    for (let x = 0; x < width; x++) {
      const left = x < radius ? 0 : x - radius;
      const right = x + radius < width ? x + radius + 1 : width;
      const sum =
        sums[below + right] - sums[below + left] - sums[above + right] + sums[above + left];
      // Rounds as Math.round does what is not negative, in half the time.
      mean[y * width + x] = (sum / (rows * (right - left)) + 0.5) | 0;
    }
  }
  return { width, height, pixels: mean };
}
