import type { Random } from '../../core/random.js';
import { imageSide } from '../../dataset/dataset.js';

/** A picture with one black row and column before it and two after: no neighbour is ever missing. */
export const paddedSide = imageSide + 3;
export const paddedArea = paddedSide * paddedSide;

const lightest = new Float32Array(paddedArea);

/** Copies a picture of 784 bytes into the middle of a padded one, whose edge is black already. */
export function fillPadded(padded: Float32Array, image: Uint8Array): void {
  for (let row = 0; row < imageSide; row++) {
    const from = row * imageSide;
    const to = (row + 1) * paddedSide + 1;
    for (let column = 0; column < imageSide; column++) padded[to + column] = image[from + column];
  }
}

/**
 * Makes the strokes of some pictures thicker and of as many thinner, in place. Each pixel moves
 * towards the lightest of its 3 × 3 neighbourhood (grey dilation), or as far away from it: soft
 * edges darken and the middle of a stroke stays light, where an erosion would dim thin strokes.
 *
 * @param options.stroke share of pictures, each way
 * @param options.strokeBlend share of the way to the lightest neighbour
 */
export function varyStroke(
  padded: Float32Array,
  { stroke, strokeBlend }: { stroke: number; strokeBlend: number },
  random: Random,
): void {
  const chance = random.uniform();
  if (chance < stroke) moveToLightest(padded, strokeBlend);
  else if (chance < 2 * stroke) moveToLightest(padded, -strokeBlend);
}

function moveToLightest(padded: Float32Array, share: number): void {
  for (let row = 1; row <= imageSide; row++) {
    for (let column = 1; column <= imageSide; column++) {
      const at = row * paddedSide + column;
      lightest[at] = Math.max(padded[at - 1], padded[at], padded[at + 1]);
    }
  }
  for (let row = 1; row <= imageSide; row++) {
    for (let column = 1; column <= imageSide; column++) {
      const at = row * paddedSide + column;
      const found = Math.max(lightest[at - paddedSide], lightest[at], lightest[at + paddedSide]);
      padded[at] = Math.max(0, padded[at] + (found - padded[at]) * share);
    }
  }
}
