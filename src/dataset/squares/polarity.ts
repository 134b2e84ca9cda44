import type { Squares } from '../threads/tasks.js';

/** Pictures that are looked at. */
const witnesses = 1000;
/** Of them, the share that must have a light border: digits that touch it are rare. */
const clear = 0.8;

/** True where pictures clearly show dark ink on light: most of them have a light border. */
export function areDarkOnLight({ width, height, pixels }: Squares): boolean {
  const size = width * height;
  const count = pixels.length / size;
  const step = Math.max(1, Math.floor(count / witnesses));
  let [looked, light] = [0, 0];
  for (let index = 0; index < count; index += step) {
    const picture = pixels.subarray(index * size, (index + 1) * size);
    if (borderMean(picture, width, height) > 127) light++;
    looked++;
  }
  return looked > 0 && light >= clear * looked;
}

/** Changes light and dark over, in place. */
export function turn(pixels: Uint8Array): void {
  for (let index = 0; index < pixels.length; index++) pixels[index] = 255 - pixels[index];
}

function borderMean(pixels: Uint8Array, width: number, height: number): number {
  let sum = 0;
  for (let x = 0; x < width; x++) sum += pixels[x] + pixels[(height - 1) * width + x];
  for (let y = 0; y < height; y++) sum += pixels[y * width] + pixels[y * width + width - 1];
  return sum / (2 * (width + height));
}
