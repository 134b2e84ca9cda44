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
  const across = triangleWeights(image.width, width);
  const down = triangleWeights(image.height, height);
  const rows = new Float32Array(width * image.height);
  // Row by row, as the pixels lie in memory.
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < width; x++) {
      const { first, weights } = across[x];
      const from = y * image.width + first;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * image.pixels[from + k];
      rows[y * width + x] = sum;
    }
  }
  const pixels = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const { first, weights } = down[y];
    sums.fill(0);
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k];
      const row = (first + k) * width;
      for (let x = 0; x < width; x++) sums[x] += weight * rows[row + x];
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = Math.round(sums[x]);
  }
  return { width, height, pixels };
}

/** For each target pixel, the source pixels that make it and their shares, which sum to 1. */
function triangleWeights(from: number, to: number): { first: number; weights: Float32Array }[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(from, Math.ceil(centre + reach));
    const weights = Float32Array.from({ length: last - first }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}
