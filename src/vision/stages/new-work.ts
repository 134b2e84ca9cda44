import type { GreyImage } from '../grey-image.js';
import type { Work } from './stage.js';

/** Work on an image that no stage has seen. */
export function newWork(image: GreyImage): Work {
  const { width, height, pixels } = image;
  return {
    image,
    mask: new Uint8Array(pixels.length),
    polarity: 'light on dark',
    box: [0, 0, width, height],
    strokeWidth: 0,
    scale: 1,
    digits: 1,
  };
}
