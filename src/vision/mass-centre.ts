import type { GreyImage } from './grey-image.js';

/** Where the light of an image is on average; the first pixel is 0, not a half. NaN where it is black. */
export function massCentre({ width, pixels }: GreyImage): { x: number; y: number } {
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  pixels.forEach((value, index) => {
    sum += value;
    sumX += value * (index % width);
    sumY += value * Math.floor(index / width);
  });
  return { x: sumX / sum, y: sumY / sum };
}
