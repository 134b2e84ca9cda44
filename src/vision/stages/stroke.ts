import type { GreyImage } from '../grey-image.js';
import { inkBox } from '../ink-box.js';
import { meanStrokeWidth } from '../stroke-width.js';
import { digitLength } from './scale.js';
import type { Stage } from './stage.js';

/** Of MNIST's 60,000 images one in ten has thinner strokes than the first, half have than the second. */
const thin = 2;
const usual = 2.4;

/** Measures the strokes; those that would fade at 20 pixels are thickened. */
export const strokeStage: Stage = {
  name: 'stroke',
  apply(work) {
    const { image, mask } = work;
    const strokeWidth = meanStrokeWidth(mask, image);
    const [, , width, height] = inkBox({ ...image, pixels: mask }, 0);
    const length = Math.max(width, height);
    const wide = (strokeWidth * digitLength) / length;
    const told = { ...work, strokeWidth };
    if (wide >= thin) return { work: told, words: `stroke ${wide.toFixed(1)} of 20` };
    // What is added on both sides makes the digit longer, and so each pixel of it smaller.
    const share = usual / digitLength;
    const radius = Math.round((share * length - strokeWidth) / (2 * (1 - share)));
    return {
      work: { ...told, ...thicken(image, radius) },
      words: `thin stroke of ${wide.toFixed(1)} of 20, thickened`,
    };
  },
};

/** The largest value within a disc, on an image that grows by its radius on every side. */
function thicken(image: GreyImage, radius: number): { image: GreyImage; mask: Uint8Array } {
  const width = image.width + 2 * radius;
  const height = image.height + 2 * radius;
  const pixels = new Uint8Array(width * height);
  for (let dy = -radius; dy <= radius; dy++) {
    const half = Math.floor(Math.sqrt(radius * radius - dy * dy));
    for (let y = 0; y < image.height; y++) {
      const row = (y + radius + dy) * width + radius;
      for (let x = 0; x < image.width; x++) {
        const value = image.pixels[y * image.width + x];
        if (value === 0) continue;
        for (let at = row + x - half; at <= row + x + half; at++) {
          if (pixels[at] < value) pixels[at] = value;
        }
      }
    }
  }
  return { image: { width, height, pixels }, mask: pixels.map((value) => (value > 127 ? 1 : 0)) };
}
