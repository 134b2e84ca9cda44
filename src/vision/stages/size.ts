import { resizeGrey } from '../grey-image.js';
import type { Stage } from './stage.js';

/**
 * Enough to see a thin stroke, and few enough pixels for all stages together to take some six milliseconds. MNIST's
 * digits on a page, of a twelfth of its side, are read as well as at 256, which takes 1.6 times as long.
 */
const longest = 200;
/** Strokes of a tiny picture are too few pixels wide to be measured. */
const shortest = 112;

/** Brings every picture near one size, so that the lengths in later stages mean the same. */
export const sizeStage: Stage = {
  name: 'size',
  apply(work) {
    const side = Math.max(work.image.width, work.image.height);
    const target = Math.min(longest, Math.max(shortest, side));
    if (target === side) return undefined;
    const scaled = (length: number) => Math.max(1, Math.round((length * target) / side));
    const image = resizeGrey(work.image, scaled(work.image.width), scaled(work.image.height));
    return {
      work: { ...work, image, scale: (work.scale * side) / target },
      words: `looked at in ${image.width}x${image.height}`,
    };
  },
};
