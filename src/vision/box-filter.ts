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
  const rows = { lines: height, lineStep: width, length: width, step: 1 };
  const columns = { lines: width, lineStep: 1, length: height, step: width };
  const result = largestAlong(largestAlong(flipped, radius, rows), radius, columns);
  for (let index = 0; index < result.length; index++) result[index] ^= flip;
  return { width, height, pixels: result };
}

interface Direction {
  lines: number;
  /** From one line to the next, and from one value of a line to the next. */
  lineStep: number;
  length: number;
  step: number;
}

function largestAlong(
  values: Uint8Array,
  radius: number,
  { lines, lineStep, length, step }: Direction,
): Uint8Array {
  const result = new Uint8Array(values.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let at = 0; at < length; at++) {
      const first = at < radius ? start : start + (at - radius) * step;
      const last = start + Math.min(length - 1, at + radius) * step;
      let largest = 0;
      for (let index = first; index <= last; index += step) {
        const value = values[index];
        if (value > largest) largest = value;
      }
      result[start + at * step] = largest;
    }
  }
  return result;
}

/** The mean within `radius` pixels along both axes, of the pixels that there are. */
export function meanFilter(image: GreyImage, radius: number): GreyImage {
  const { width, height, pixels } = image;
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x];
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  const mean = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
      mean[y * width + x] = Math.round((sum * (width + 1)) / ((bottom - top) * (right - left)));
    }
  }
  return { width, height, pixels: mean };
}
