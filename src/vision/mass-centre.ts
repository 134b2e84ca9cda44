import type { GreyImage } from './grey-image.js';

/** Where the light of an image is on average; the first pixel is 0, not a half. NaN where it is black. */
export function massCentre({ width, height, pixels }: GreyImage): { x: number; y: number } {
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  for (let y = 0, index = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++, index++) {
      row += pixels[index];
      sumX += pixels[index] * x;
    }
    sum += row;
    sumY += row * y;
  }
  return { x: sumX / sum, y: sumY / sum };
}
