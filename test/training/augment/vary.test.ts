import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { noDigit } from '../../../src/engine/engine.js';
import { batchLength, type Variety, varyBatch } from '../../../src/training/augment/vary.js';
import { wearOut } from '../../../src/training/augment/wear.js';

/** Ten bars, each of its own label. */
const samples = {
  images: Uint8Array.from({ length: 10 * 784 }, (_, at) => {
    const [row, column] = [Math.floor((at % 784) / 28), at % 28];
    return row > 4 && row < 24 && column > 11 && column < 16 ? 250 : 0;
  }),
  labels: Uint8Array.from({ length: 10 }, (_, label) => label),
};
const indices = Uint32Array.from({ length: 100 }, (_, at) => (at * 7) % 10);

function batch(variety: Variety, seed = 1) {
  return varyBatch(samples, indices, { variety, random: createRandom(seed) });
}

describe('a batch', () => {
  it('holds its samples in their order', () => {
    const { labels, images } = batch('mild');
    expect([...labels]).toEqual([...indices]);
    expect(images.length).toBe(100 * 784);
  });

  it('that varies strongly is followed by images that show no digit', () => {
    const { labels, images } = batch('strong');
    expect(batchLength(100, 'strong')).toBe(120);
    expect([...labels.subarray(0, 100)]).toEqual([...indices]);
    expect([...labels.subarray(100)]).toEqual(Array(20).fill(noDigit));
    expect(images.length).toBe(120 * 784);
  });

  it('is the same of the same numbers', () => {
    expect(batch('strong', 3)).toEqual(batch('strong', 3));
    expect(batch('strong', 3)).not.toEqual(batch('strong', 4));
  });

  it('leaves the samples alone', () => {
    const before = samples.images.slice();
    batch('strong', 5);
    expect(samples.images).toEqual(before);
  });
});

describe('wear', () => {
  it('never takes the digit away, and comes to most pictures in some way or other', () => {
    const digit = samples.images.subarray(0, 784);
    const mass = digit.reduce((sum, value) => sum + value, 0);
    let changed = 0;
    for (let seed = 0; seed < 300; seed++) {
      const image = digit.slice();
      wearOut(image, createRandom(seed));
      const left = image.reduce((sum, value) => sum + value, 0) / mass;
      expect(left).toBeGreaterThan(0.4);
      expect(left).toBeLessThan(5);
      if (!image.every((value, pixel) => value === digit[pixel])) changed++;
    }
    expect(changed).toBeGreaterThan(150);
  });

  it('keeps a blank picture blank but for a piece of a line', () => {
    for (let seed = 0; seed < 100; seed++) {
      const image = new Uint8Array(784);
      wearOut(image, createRandom(seed));
      expect(image.filter((value) => value > 0).length).toBeLessThan(90);
    }
  });
});
