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
  const size = { width, height };
  const result = largestDown(largestAcross(flipped, radius, size), radius, size);
  for (let index = 0; index < result.length; index++) result[index] ^= flip;
  return { width, height, pixels: result };
}

type Size = Pick<GreyImage, 'width' | 'height'>;

function largestAcross(values: Uint8Array, radius: number, { width, height }: Size): Uint8Array {
  const result = values.slice();
  const farthest = Math.min(radius, width - 1);
  for (let row = 0; row < height * width; row += width) {
    for (let step = 1; step <= farthest; step++) {
      takeLarger(result, row, { values, from: row + step, count: width - step });
      takeLarger(result, row + step, { values, from: row, count: width - step });
    }
  }
  return result;
}

function largestDown(values: Uint8Array, radius: number, { width, height }: Size): Uint8Array {
  const result = values.slice();
  const farthest = Math.min(radius, height - 1);
  for (let step = 1; step <= farthest; step++) {
    const count = (height - step) * width;
    takeLarger(result, 0, { values, from: step * width, count });
    takeLarger(result, step * width, { values, from: 0, count });
  }
  return result;
}

/** Shifted over each other, one value after the other: no window has to be cut at an edge. */
function takeLarger(
  result: Uint8Array,
  to: number,
  { values, from, count }: { values: Uint8Array; from: number; count: number },
): void {
  for (let index = 0; index < count; index++) {
    const value = values[from + index];
    if (value > result[to + index]) result[to + index] = value;
  }
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
      mean[y * width + x] = Math.round(sum / (rows * (right - left)));
    }
  }
  return { width, height, pixels: mean };
}
