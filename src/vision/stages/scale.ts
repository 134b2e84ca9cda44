import { cropGrey, resizeGrey } from '../grey-image.js';
import { inkBox } from '../ink-box.js';
import type { Stage } from './stage.js';

/** Pixels of a digit's longest side in MNIST's form. */
export const digitLength = 20;

/** Brings the longest side of the digit to 20 pixels, its shape kept. */
export const scaleStage: Stage = {
  name: 'scale',
  apply(work) {
    const digit = cropGrey(work.image, inkBox(work.image, softEdge));
    const scale = digitLength / Math.max(digit.width, digit.height);
    const scaled = (length: number) => Math.max(1, Math.round(length * scale));
    const image = resizeGrey(digit, scaled(digit.width), scaled(digit.height));
    return {
      work: { ...work, image, mask: image.pixels.map((value) => (value > 127 ? 1 : 0)) },
      words: `scaled to ${image.width}x${image.height}`,
    };
  },
};

/** Fainter than this is not counted as part of the digit. */
const softEdge = 64;
