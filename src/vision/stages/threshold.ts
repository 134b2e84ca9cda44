import { extremeFilter, meanFilter } from '../box-filter.js';
import { findComponents } from '../find-components.js';
import type { GreyImage } from '../grey-image.js';
import { otsuLevel } from '../otsu.js';
import type { Stage } from './stage.js';

/** Parts ink from paper; says blank where nothing stands out. */
export const thresholdStage: Stage = {
  name: 'threshold',
  apply(work) {
    const contrast = contrastOf(work.image);
    const strongest = highest(contrast, 0.002);
    if (strongest < faintest) {
      return { work: { ...work, ending: 'blank' }, words: 'blank: nothing stands out' };
    }
    const level = inkLevel(work.image, contrast, strongest);
    const mask = growInk(work.image, level, faintInk(work.image, contrast, level));
    const share = mask.reduce((sum, value) => sum + value, 0) / mask.length;
    return {
      work: { ...work, mask },
      words: `ink above ${level} of 255, ${(share * 100).toFixed(1)} % of the picture`,
    };
  },
};

/** Contrast below which a mark cannot be told from the grain of paper. */
const faintest = 28;

/** Largest less smallest value around each pixel, grain smoothed away first. */
function contrastOf(image: GreyImage): Uint8Array {
  const smooth = meanFilter(image, 1);
  const high = extremeFilter(smooth, 2, 'largest').pixels;
  const low = extremeFilter(smooth, 2, 'smallest').pixels;
  return high.map((value, index) => value - low[index]);
}

/** The value that `share` of the values reach. */
function highest(values: Uint8Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor((sorted.length - 1) * (1 - share))];
}

/**
 * Otsu's level over the pixels at strong edges only: there ink and paper are about equally many,
 * while a thin stroke would be lost among all pixels.
 */
function inkLevel(image: GreyImage, contrast: Uint8Array, strongest: number): number {
  const histogram = new Uint32Array(256);
  image.pixels.forEach((value, index) => {
    if (contrast[index] * 2 > strongest) histogram[value]++;
  });
  return otsuLevel(histogram);
}

/** Half the level, but above the grain of the paper: what all but 1 % of the pixels off edges have. */
function faintInk(image: GreyImage, contrast: Uint8Array, level: number): number {
  const paper = image.pixels.filter((_, index) => contrast[index] < faintest);
  const grain = paper.length === 0 ? 0 : highest(paper, 0.01);
  return Math.min(level, Math.max(level / 2, grain));
}

/** Ink above the level, and the fainter ink that hangs on it: the thin end of a stroke. */
function growInk({ width, height, pixels }: GreyImage, level: number, faint: number): Uint8Array {
  const mask = pixels.map((value) => (value > faint ? 1 : 0));
  const { labels, components } = findComponents(mask, width, height);
  const firm = new Uint8Array(components.length + 1);
  for (let index = 0; index < pixels.length; index++) {
    if (pixels[index] > level) firm[labels[index]] = 1;
  }
  return mask.map((_, index) => firm[labels[index]]);
}
