import type { GreyImage } from './grey-image.js';

/**
 * Mean width of the strokes of a mask, in pixels; NaN where it is empty.
 * Twice the area over the length of the outline, which for a long stroke is its width. The outline
 * is counted in pixel sides, on average 4/π of its length.
 */
export function meanStrokeWidth(
  mask: Uint8Array,
  { width, height }: Pick<GreyImage, 'width' | 'height'>,
): number {
  let area = 0;
  let sides = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      if (mask[index] === 0) continue;
      area++;
      if (x === 0 || mask[index - 1] === 0) sides++;
      if (x === width - 1 || mask[index + 1] === 0) sides++;
      if (y === 0 || mask[index - width] === 0) sides++;
      if (y === height - 1 || mask[index + width] === 0) sides++;
    }
  }
  return (2 * area) / (sides * (Math.PI / 4));
}
