import { describe, expect, test } from 'vitest';
import { fitImages } from '../../src/engine/fit-images.js';
import type { Network } from '../../src/model/network.js';

function taking(side: number): Network {
  return { name: 'network', input: [side, side, 1], layers: [] };
}

const pattern = Uint8Array.from({ length: 784 }, (_, place) => (place * 37) % 251);

describe('images of the size that a network takes', () => {
  test('are those that were given where it is 28x28', () => {
    expect(fitImages(taking(28), pattern)).toBe(pattern);
  });

  // Recorded from tf.image.resize(..., method='bilinear', antialias=True) of TensorFlow 2.21.
  test('are what TensorFlow makes of them when they shrink', () => {
    const expected = [125.46, 124.45, 124.82, 125.24, 125.91, 124.21, 125.69, 126.69, 123.6];
    expect([...fitImages(taking(3), pattern)]).toEqual(expected.map(Math.round));
  });

  test('are what TensorFlow makes of them when they grow', () => {
    const expected = [0, 32, 65, 98, 132, 165, 199, 163, 15, 48, 81, 115, 148, 182, 215];
    const fitted = fitImages(taking(31), pattern);
    expect(fitted).toHaveLength(31 * 31);
    expect([...fitted.subarray(0, 15)]).toEqual(expected);
    expect([...fitted.subarray(31, 36)]).toEqual([27, 59, 92, 126, 159]);
  });

  test('are as bright as before where all is white or black', () => {
    for (const side of [1, 9, 32, 64]) {
      const images = new Uint8Array(2 * 784).fill(255, 784);
      const fitted = fitImages(taking(side), images);
      const [black, white] = [fitted.subarray(0, side * side), fitted.subarray(side * side)];
      expect(new Set(black)).toEqual(new Set([0]));
      expect(new Set(white)).toEqual(new Set([255]));
      expect(white).toHaveLength(side * side);
    }
  });

  test('are none of none', () => {
    expect(fitImages(taking(9), new Uint8Array(0))).toHaveLength(0);
  });
});
