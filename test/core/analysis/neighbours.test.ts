import { describe, expect, it } from 'vitest';
import { nearestSamples } from '../../../src/core/analysis/neighbours.js';
import { createRandom } from '../../../src/core/random.js';

describe('the nearest samples', () => {
  it('come nearest first, in pixels from 0 to 1, of equals the earlier one', () => {
    const images = Uint8Array.of(255, 255, 0, 0, 255, 0, 0, 255);
    expect(nearestSamples(Uint8Array.of(0, 0), images, 3)).toEqual([
      { index: 1, distance: 0 },
      { index: 2, distance: 1 },
      { index: 3, distance: 1 },
    ]);
  });

  it('are as many as there are', () => {
    expect(nearestSamples(Uint8Array.of(1), Uint8Array.of(1, 2), 5)).toHaveLength(2);
    expect(nearestSamples(Uint8Array.of(1), new Uint8Array(), 5)).toEqual([]);
    expect(nearestSamples(Uint8Array.of(1), Uint8Array.of(1), 0)).toEqual([]);
  });

  it('are those of a full sort', () => {
    const random = createRandom(3);
    const images = Uint8Array.from({ length: 300 * 784 }, () => random.below(256));
    const image = images.slice(0, 784);
    const sorted = Array.from({ length: 300 }, (_, index) => {
      const squared = Array.from(image, (value, at) => (value - images[index * 784 + at]) ** 2);
      return { index, distance: Math.sqrt(squared.reduce((sum, value) => sum + value)) / 255 };
    }).sort((a, b) => a.distance - b.distance);
    expect(nearestSamples(image, images, 10)).toEqual(sorted.slice(0, 10));
  });
});
