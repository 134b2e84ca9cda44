import { canvasSide } from './stroke.js';

/** A canvas at half its size, each pixel the mean of four. */
export function halve(pixels: Uint8Array): Uint8Array {
  const side = canvasSide / 2;
  const half = new Uint8Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = 2 * row * canvasSide + 2 * column;
      const below = at + canvasSide;
      const sum = pixels[at] + pixels[at + 1] + pixels[below] + pixels[below + 1];
      half[row * side + column] = (sum + 2) >> 2;
    }
  }
  return half;
}
