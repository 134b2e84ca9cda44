import { imageSide } from '../../dataset/dataset.js';

/** An image of 784 bytes at a place in pixels, bilinear; black beyond the edge. */
export function sampleAt(image: Uint8Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= imageSide - 1 || top >= imageSide - 1) return 0;
  const [toRight, toBottom] = [x - left, y - top];
  const at = top * imageSide + left;
  const upper = image[at] + (image[at + 1] - image[at]) * toRight;
  const lower =
    image[at + imageSide] + (image[at + imageSide + 1] - image[at + imageSide]) * toRight;
  return upper + (lower - upper) * toBottom;
}
