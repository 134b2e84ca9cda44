import { extremeFilter, meanFilter } from '../box-filter.js';
import { type GreyImage, resizeGrey } from '../grey-image.js';
import type { Stage } from './stage.js';

/**
 * Divides the light on the paper out: shadows and dim corners go, ink stays.
 * The paper under the ink is guessed by a closing (largest, then smallest value around), which
 * bridges strokes and keeps the edge of a shadow.
 */
export const backgroundStage: Stage = {
  name: 'background',
  apply(work) {
    // The closing would take strokes for paper that are wide in a picture cut tightly.
    if (work.shade === 'none') return undefined;
    const paper = paperOf(work.image);
    const pixels = new Uint8Array(paper.pixels.length);
    for (let index = 0; index < pixels.length; index++) {
      // Ink is light here: 255 less the value is the light that the paper sends back.
      const share = (255 - work.image.pixels[index]) / (255 - paper.pixels[index]);
      // Where nothing comes back from the paper either, the share is no number, and no ink.
      if (share < 1) pixels[index] = 255 * (1 - share) + 0.5;
    }
    const image = { ...work.image, pixels };
    const words = spread(paper.pixels) < 40 ? 'even paper' : 'uneven paper evened out';
    return { work: { ...work, image }, words };
  },
};

function spread(values: Uint8Array): number {
  let [smallest, largest] = [255, 0];
  for (const value of values) {
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return largest - smallest;
}

/** Few enough pixels for wide windows. */
const side = 64;
/** Of the longest side: twice this is the widest stroke that is not taken for paper. */
const reach = 0.16;

/** What the picture would be without its ink, given an image with light ink. */
function paperOf(image: GreyImage): GreyImage {
  const shrink = Math.min(1, side / Math.max(image.width, image.height));
  const scaled = (length: number) => Math.max(1, Math.round(length * shrink));
  const small = meanFilter(resizeGrey(image, scaled(image.width), scaled(image.height)), 1);
  const radius = Math.max(2, Math.round(Math.max(small.width, small.height) * reach));
  // With light ink a closing of the paper is an opening: smallest, then largest.
  const bridged = extremeFilter(extremeFilter(small, radius, 'smallest'), radius, 'largest');
  return resizeGrey(meanFilter(bridged, 2), image.width, image.height);
}
