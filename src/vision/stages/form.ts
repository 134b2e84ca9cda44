import { type GreyImage, invertGrey } from '../grey-image.js';
import { histogramOf } from '../histogram.js';
import { inkBox } from '../ink-box.js';
import { massCentre } from '../mass-centre.js';
import { meanStrokeWidth } from '../stroke-width.js';
import type { Polarity, Stage } from './stage.js';

/**
 * Lets a picture in MNIST's own form pass as it is: 28x28, light on a dark border, 20 long, its
 * mass in the middle. What a stage would change of it, the network was not trained on.
 */
export const formStage: Stage = {
  name: 'form',
  apply(work) {
    for (const polarity of ['light on dark', 'dark on light'] as const) {
      const image = polarity === 'light on dark' ? work.image : invertGrey(work.image);
      if (isInForm(image) && isAsBold(image, polarity)) {
        const work28 = { ...work, image, polarity, box: inkBox(image, inkAbove) };
        return {
          work: { ...work28, ending: 'in form' },
          words: `28x28 in MNIST's form, ${polarity}`,
        };
      }
    }
    return undefined;
  },
};

/** Above what JPEG leaves of an edge in its dark surroundings. */
const inkAbove = 48;

function isInForm(image: GreyImage): boolean {
  if (image.width !== 28 || image.height !== 28 || !hasDarkBorder(image)) return false;
  const [, , width, height] = inkBox(image, inkAbove);
  const length = Math.max(width, height);
  // All of MNIST's 60,000 images are 19 or 20 long, with their mass less than 1.5 pixels away from
  // the middle; JPEG and a level above 0 move both a little.
  const { x, y } = massCentre(image);
  return length >= 17 && length <= 21 && Math.hypot(x - 14, y - 14) < 2;
}

/**
 * The faintest of MNIST's images has a median ink of 115, one in a hundred has strokes under 1.3.
 * A picture with dark ink came another way, so it must be as bold as nine in ten of them.
 */
function isAsBold(image: GreyImage, polarity: Polarity): boolean {
  const { pixels } = image;
  if (medianInk(pixels) < 110) return false;
  // Strokes of any width are MNIST's, and taking their measure is half of the time of this stage.
  if (polarity === 'light on dark') return pixels.some((value) => value > 127);
  const mask = new Uint8Array(pixels.length);
  for (let index = 0; index < mask.length; index++) mask[index] = pixels[index] > 127 ? 1 : 0;
  return meanStrokeWidth(mask, image) >= 1.8;
}

/** The value that half of the ink is above; 0 where there is no ink. */
function medianInk(pixels: Uint8Array): number {
  const histogram = histogramOf(pixels);
  let count = 0;
  for (let value = inkAbove + 1; value < 256; value++) count += histogram[value];
  let above = Math.ceil(count / 2);
  let median = 256;
  while (above > 0) above -= histogram[--median];
  return median % 256;
}

function hasDarkBorder({ width, height, pixels }: GreyImage): boolean {
  let light = 0;
  const lastRow = (height - 1) * width;
  for (let x = 0; x < width; x++) {
    if (pixels[x] > inkAbove) light++;
    if (pixels[lastRow + x] > inkAbove) light++;
  }
  for (let row = 0; row < pixels.length; row += width) {
    if (pixels[row] > inkAbove) light++;
    if (pixels[row + width - 1] > inkAbove) light++;
  }
  return light <= 4;
}
