import { extremeFilter, meanFilter } from '../box-filter.js';
import { findComponents } from '../find-components.js';
import type { GreyImage } from '../grey-image.js';
import { highest, histogramOf } from '../histogram.js';
import { otsuLevel } from '../otsu.js';
import type { Stage } from './stage.js';

/** Parts ink from paper; says blank where nothing stands out. */
export const thresholdStage: Stage = {
  name: 'threshold',
  apply(work) {
    const contrast = contrastOf(work.image);
    const contrasts = histogramOf(contrast);
    const strongest = highest(contrasts, 0.002);
    if (strongest < faintest || highest(contrasts, 0.5) > busiest * strongest) {
      return { work: { ...work, ending: 'blank' }, words: 'blank: nothing stands out' };
    }
    const level = inkLevel(work.image, contrast, strongest);
    const mask = growInk(work.image, level, faintInk(work.image, contrast, level));
    let inked = 0;
    for (const value of mask) inked += value;
    const share = inked / mask.length;
    return {
      work: { ...work, mask },
      words: `ink above ${level} of 255, ${(share * 100).toFixed(1)} % of the picture`,
    };
  },
};

/** Contrast below which a mark cannot be told from the grain of paper. */
const faintest = 28;
/** Median over largest contrast: above it there is no paper between the marks, only texture. */
const busiest = 0.45;

/** Largest less smallest value around each pixel, grain smoothed away first. */
function contrastOf(image: GreyImage): Uint8Array {
  const smooth = meanFilter(image, 1);
  const high = extremeFilter(smooth, 2, 'largest').pixels;
  const low = extremeFilter(smooth, 2, 'smallest').pixels;
  // Loops here and below: with a function called for each pixel they take three times as long.
  for (let index = 0; index < high.length; index++) high[index] -= low[index];
  return high;
}

/**
 * Otsu's level over the pixels at strong edges only: there ink and paper are about equally many,
 * while a thin stroke would be lost among all pixels.
 */
function inkLevel(image: GreyImage, contrast: Uint8Array, strongest: number): number {
  const { pixels } = image;
  const histogram = new Uint32Array(256);
  for (let index = 0; index < pixels.length; index++) {
    if (contrast[index] * 2 > strongest) histogram[pixels[index]]++;
  }
  return otsuLevel(histogram);
}

/** Half the level, but above the grain of the paper. */
function faintInk(image: GreyImage, contrast: Uint8Array, level: number): number {
  const { pixels } = image;
  const paper = new Uint32Array(256);
  for (let index = 0; index < pixels.length; index++) {
    if (contrast[index] < faintest && pixels[index] < level) paper[pixels[index]]++;
  }
  // Nine in ten pixels lie below 1.3 standard deviations over the middle; grain ends near 3.3.
  const middle = highest(paper, 0.5);
  const grain = middle + 2.5 * (highest(paper, 0.1) - middle);
  return Math.min(level, Math.max(level / 2, grain));
}

/** Ink above the level, and the fainter ink that hangs on it: the thin end of a stroke. */
function growInk({ width, height, pixels }: GreyImage, level: number, faint: number): Uint8Array {
  const mask = new Uint8Array(pixels.length);
  for (let index = 0; index < pixels.length; index++) mask[index] = pixels[index] > faint ? 1 : 0;
  const { labels, components } = findComponents(mask, width, height);
  const firm = new Uint8Array(components.length + 1);
  for (let index = 0; index < pixels.length; index++) {
    if (pixels[index] > level) firm[labels[index]] = 1;
  }
  for (let index = 0; index < mask.length; index++) mask[index] = firm[labels[index]];
  return mask;
}
