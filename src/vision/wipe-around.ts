import { extremeFilter } from './box-filter.js';
import type { GreyImage } from './grey-image.js';

/** Black where there is no ink within two pixels: the soft edge of a stroke stays. */
export function wipeAround(image: GreyImage, mask: Uint8Array): GreyImage {
  const near = extremeFilter({ ...image, pixels: mask }, 2, 'largest').pixels;
  for (let index = 0; index < near.length; index++) near[index] *= image.pixels[index];
  return { ...image, pixels: near };
}
