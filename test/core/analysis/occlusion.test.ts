import { expect, it } from 'vitest';
import { coveredImages, occlusionMap, patchSide } from '../../../src/core/analysis/occlusion.js';

const white = new Uint8Array(784).fill(255);
const coveredAt = (row: number, column: number) => {
  const at = row * 28 + column;
  return coveredImages(white).subarray(at * 784, (at + 1) * 784);
};
const dark = (image: Uint8Array) => image.filter((pixel) => pixel === 0).length;

it('covers a square around each pixel in turn', () => {
  const image = coveredAt(10, 5);
  expect(dark(image)).toBe(patchSide * patchSide);
  expect(image[7 * 28 + 2]).toBe(0);
  expect(image[13 * 28 + 8]).toBe(0);
  expect(image[6 * 28 + 5]).toBe(255);
  expect(image[10 * 28 + 9]).toBe(255);
});

it('covers less at the edge, and nothing of the next row', () => {
  expect(dark(coveredAt(0, 0))).toBe(16);
  expect(dark(coveredAt(27, 27))).toBe(16);
  expect(coveredAt(14, 27)[15 * 28]).toBe(255);
});

it('tells what is left of the answer, and what it becomes', () => {
  const probabilities = Float32Array.of(
    ...[0, 0, 0, 0.75, 0, 0, 0, 0, 0.25, 0],
    ...[0, 0, 0, 0.25, 0, 0, 0, 0, 0.75, 0],
  );
  expect(occlusionMap(3, probabilities)).toEqual({
    kept: Float32Array.of(0.75, 0.25),
    digits: Uint8Array.of(3, 8),
  });
});
