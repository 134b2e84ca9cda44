import type { Random } from '../../core/random.js';
import { imageSide } from '../../dataset/dataset.js';
import { fillSmoothField } from './smooth-field.js';
import { fillPadded, paddedArea, paddedSide, varyStroke } from './stroke-width.js';

/** How much pictures vary. */
export interface Variation {
  /** Radians, each way. */
  turn: number;
  /** Share of the size, each way. */
  scale: number;
  /** Natural logarithm of width over height, against what it was, each way. */
  aspect: number;
  /** Pixels to the side for each pixel of height, each way. */
  shear: number;
  /** Pixels, each way, in both directions. */
  shift: number;
  /** Pixels, the furthest that the elastic part moves anything along an axis; a quarter is usual. */
  elastic: number;
  /** Share of pictures whose strokes become thicker; as many become thinner. */
  stroke: number;
  /** Share of the way that such a pixel moves to its lightest neighbour, or away from it. */
  strokeBlend: number;
}

/** Mild on purpose: stronger changes cost accuracy on MNIST. */
export const augmentation: Variation = {
  turn: 0.17,
  scale: 0.1,
  aspect: 0,
  shear: 0.15,
  // A tenth of half the width.
  shift: imageSide / 20,
  elastic: 1.2,
  stroke: 0.2,
  strokeBlend: 0.4,
};

/** What other pens, and pictures cut out and stretched, differ by. */
export const strongAugmentation: Variation = {
  ...augmentation,
  aspect: 0.25,
  stroke: 0.3,
  strokeBlend: 0.7,
};

// One picture at a time is made, so the room for it is kept.
const source = new Float32Array(paddedArea);
const moveX = new Float32Array(imageSide * imageSide);
const moveY = new Float32Array(imageSide * imageSide);
const centre = (imageSide - 1) / 2;

/**
 * A variant of a picture: its strokes a little thicker or thinner, then turned, scaled, sheared,
 * shifted, stretched and bent, sampled bilinearly in one go. What comes from beyond the edge is black.
 *
 * @param image 784 bytes, light on dark
 * @param target 784 bytes, overwritten; may be `image` itself
 */
export function augment(
  image: Uint8Array,
  target: Uint8Array,
  random: Random,
  variation = augmentation,
): void {
  const turn = eitherWay(variation.turn, random);
  const zoom = 1 / (1 + eitherWay(variation.scale, random));
  const shear = eitherWay(variation.shear, random);
  const shiftX = eitherWay(variation.shift, random);
  const shiftY = eitherWay(variation.shift, random);
  const stretch = variation.aspect > 0 ? Math.exp(eitherWay(variation.aspect, random) / 2) : 1;
  fillPadded(source, image);
  varyStroke(source, variation, random);
  fillSmoothField(moveX, variation.elastic, random);
  fillSmoothField(moveY, variation.elastic, random);

  // From a pixel of the target back to the source: stretch · zoom · turn · shear.
  const [zoomX, zoomY] = [zoom / stretch, zoom * stretch];
  const xx = zoomX * Math.cos(turn);
  const yx = zoomY * Math.sin(turn);
  const xy = xx * shear - zoomX * Math.sin(turn);
  const yy = yx * shear + zoomY * Math.cos(turn);
  for (let row = 0; row < imageSide; row++) {
    const down = row - centre - shiftY;
    for (let column = 0; column < imageSide; column++) {
      const across = column - centre - shiftX;
      const pixel = row * imageSide + column;
      const x = centre + xx * across + xy * down + moveX[pixel];
      const y = centre + yx * across + yy * down + moveY[pixel];
      target[pixel] = sample(x, y);
    }
  }
}

/** Uniform in ±limit. */
function eitherWay(limit: number, random: Random): number {
  return (random.uniform() * 2 - 1) * limit;
}

/** The source at a place in pixels of the picture, rounded to a byte. */
function sample(x: number, y: number): number {
  if (x <= -1 || y <= -1 || x >= imageSide || y >= imageSide) return 0;
  // Past the padding in front everything is positive, where cutting off is rounding down.
  const left = (x + 1) | 0;
  const top = (y + 1) | 0;
  const toRight = x + 1 - left;
  const toBottom = y + 1 - top;
  const at = top * paddedSide + left;
  const below = at + paddedSide;
  const upper = source[at] + (source[at + 1] - source[at]) * toRight;
  const lower = source[below] + (source[below + 1] - source[below]) * toRight;
  return (upper + (lower - upper) * toBottom + 0.5) | 0;
}
