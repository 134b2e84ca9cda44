import { meanFilter } from '../box-filter.js';
import { findComponents } from '../find-components.js';
import { type GreyImage, invertGrey } from '../grey-image.js';
import { histogramOf } from '../histogram.js';
import { otsuLevel } from '../otsu.js';
import type { Stage } from './stage.js';

/** Finds out which of light and dark is the ink, and makes ink light. */
export const polarityStage: Stage = {
  name: 'polarity',
  apply(work) {
    if (paperIsLight(work.image) > 0) {
      const image = invertGrey(work.image);
      return { work: { ...work, image, polarity: 'dark on light' }, words: 'dark on light' };
    }
    return { work: { ...work, polarity: 'light on dark' }, words: 'light on dark' };
  },
};

/**
 * Three witnesses: paper is at the border, there is more of it than of ink (each from -1 to 1), and
 * against its surroundings ink is rarer but stronger (skewness, from -2 to 2).
 * A digit cropped to its edges fools the first, a bold one weakens the last, a shadow fools the
 * first two, which is why the last outweighs them where it is sure. Where they disagree, a fourth is
 * asked: ink hangs together, while paper that a tight cut leaves is in pieces (from -1 to 1).
 *
 * @returns above 0 where light is the paper
 */
function paperIsLight(image: GreyImage): number {
  const level = otsuLevel(histogramOf(image.pixels));
  const three =
    lightShare(borderOf(image), level) +
    lightShare(image.pixels, level) -
    withinTwo(localSkewness(image));
  if (Math.abs(three) > unsure) return three;
  return (
    three +
    fourthWeight * (togetherness(image, level, 'dark') - togetherness(image, level, 'light'))
  );
}

/** Of the sum of three witnesses. */
const unsure = 1.5;
/** What the fourth counts then. */
const fourthWeight = 2;

/** How likely two pixels of one side of the level hang together, 0..1. */
function togetherness(image: GreyImage, level: number, side: 'dark' | 'light'): number {
  const inks = side === 'light' ? [0, 1] : [1, 0];
  const mask = new Uint8Array(image.pixels.length);
  for (let index = 0; index < mask.length; index++) {
    mask[index] = inks[image.pixels[index] > level ? 1 : 0];
  }
  const { components } = findComponents(mask, image.width, image.height);
  const total = components.reduce((sum, { area }) => sum + area, 0);
  return components.reduce((sum, { area }) => sum + (area / total) ** 2, 0);
}

/** From -1, none of them above the level, to 1, all of them. */
function lightShare(values: Uint8Array, level: number): number {
  let light = 0;
  for (let index = 0; index < values.length; index++) if (values[index] > level) light++;
  return (2 * light) / values.length - 1;
}

/** The values along the four sides; those of a picture of one row count twice. */
function borderOf({ width, height, pixels }: GreyImage): Uint8Array {
  const sides = Math.max(0, height - 2);
  const border = new Uint8Array(2 * width + 2 * sides);
  border.set(pixels.subarray(0, width));
  border.set(pixels.subarray((height - 1) * width), width);
  for (let y = 1; y <= sides; y++) {
    border[2 * width + 2 * y - 2] = pixels[y * width];
    border[2 * width + 2 * y - 1] = pixels[y * width + width - 1];
  }
  return border;
}

/** Third standardised moment of the pixels against the mean around each; 0 for an even image. */
function localSkewness(image: GreyImage): number {
  const around = meanFilter(image, Math.round(Math.max(image.width, image.height) / 6)).pixels;
  const count = around.length;
  let [mean, square, cube] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const deviation = image.pixels[index] - around[index];
    mean += deviation;
    square += deviation * deviation;
    cube += deviation * deviation * deviation;
  }
  mean /= count;
  square /= count;
  cube /= count;
  const variance = square - mean * mean;
  // An even image leaves nothing but rounding.
  if (variance < 1e-6) return 0;
  return (cube - 3 * mean * variance - mean ** 3) / variance ** 1.5;
}

function withinTwo(value: number): number {
  return Math.min(2, Math.max(-2, value));
}
