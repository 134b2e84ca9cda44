/** One byte a pixel, row by row. */
export interface GreyImage {
  width: number;
  height: number;
  /** width × height values, 0 black to 255 white. */
  pixels: Uint8Array;
}

/** x, y, width and height in pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Part of an image; `box` lies inside it. */
export function cropGrey(image: GreyImage, [left, top, width, height]: Box): GreyImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * image.width + left;
    pixels.set(image.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}

/** An image with light and dark changed over. */
export function invertGrey(image: GreyImage): GreyImage {
  const pixels = new Uint8Array(image.pixels.length);
  for (let index = 0; index < pixels.length; index++) pixels[index] = 255 - image.pixels[index];
  return { ...image, pixels };
}

/** Another size by a triangle filter: bilinear when it grows, smoothed when it shrinks. */
export function resizeGrey(image: GreyImage, width: number, height: number): GreyImage {
  if (width === image.width && height === image.height) return image;
  const rows = resizeAcross(image, width);
  const { firsts, taps, weights } = triangleWeights(image.height, height);
  const pixels = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    sums.fill(0);
    for (let row = firsts[y]; row < firsts[y] + taps[y]; row++, at++) {
      const weight = weights[at];
      for (let x = 0; x < width; x++) sums[x] += weight * rows[row * width + x];
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = Math.round(sums[x]);
  }
  return { width, height, pixels };
}

/** @returns width × the image's height values, row by row, as the pixels lie in memory */
function resizeAcross(image: GreyImage, width: number): Float32Array {
  const { firsts, taps, weights } = triangleWeights(image.width, width);
  const rows = new Float32Array(width * image.height);
  for (let y = 0; y < image.height; y++) {
    const start = y * image.width;
    for (let x = 0, at = 0; x < width; x++) {
      const from = start + firsts[x];
      const end = from + taps[x];
      let sum = 0;
      for (let pixel = from; pixel < end; pixel++, at++) sum += weights[at] * image.pixels[pixel];
      rows[y * width + x] = sum;
    }
  }
  return rows;
}

/** Which source pixels make each target pixel, and their shares, which sum to 1. */
interface Triangles {
  /** The first source pixel, and how many follow on. */
  firsts: Uint32Array;
  taps: Uint32Array;
  /** One target pixel's after the other's: in one piece they are read fastest. */
  weights: Float32Array;
}

function triangleWeights(from: number, to: number): Triangles {
  const scale = from / to;
  const reach = Math.max(1, scale);
  const firsts = new Uint32Array(to);
  const taps = new Uint32Array(to);
  const weights: number[] = [];
  for (let index = 0; index < to; index++) {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(from, Math.ceil(centre + reach));
    const own = Float32Array.from({ length: last - first }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach),
    );
    const sum = own.reduce((total, weight) => total + weight, 0);
    firsts[index] = first;
    taps[index] = own.length;
    for (const weight of own) weights.push(weight / sum);
  }
  return { firsts, taps, weights: Float32Array.from(weights) };
}
