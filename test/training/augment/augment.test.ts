import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { augment, augmentation } from '../../../src/training/augment/augment.js';

/** A ring, some three pixels wide, with its mass in the middle as MNIST's digits are. */
function drawDigit(): Uint8Array {
  const image = new Uint8Array(784);
  for (let row = 0; row < 28; row++) {
    for (let column = 0; column < 28; column++) {
      const distance = Math.hypot(row - 13.5, column - 13.5);
      image[row * 28 + column] = 255 * Math.max(0, Math.min(1, 2 - Math.abs(distance - 7)));
    }
  }
  return image;
}

function variant(image: Uint8Array, seed: number): Uint8Array {
  const target = new Uint8Array(784).fill(77);
  augment(image, target, createRandom(seed));
  return target;
}

function massOf(image: Uint8Array): { mass: number; x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  image.forEach((value, pixel) => {
    mass += value;
    x += value * (pixel % 28);
    y += value * Math.floor(pixel / 28);
  });
  return { mass, x: x / mass, y: y / mass };
}

const digit = drawDigit();
const seeds = Array.from({ length: 500 }, (_, seed) => seed);
let variants: Uint8Array[];
beforeAll(() => {
  variants = seeds.map((seed) => variant(digit, seed));
});

describe('augment', () => {
  it('keeps a blank picture blank', () => {
    expect(variant(new Uint8Array(784), 1)).toEqual(new Uint8Array(784));
  });

  it('keeps the inside of a white picture white, and never wraps a byte round', () => {
    const white = variant(new Uint8Array(784).fill(255), 2);
    for (let row = 8; row < 20; row++) {
      expect([...white.subarray(row * 28 + 8, row * 28 + 20)]).toEqual(Array(12).fill(255));
    }
  });

  it('makes the same picture of the same numbers, whatever was made before', () => {
    const first = variant(digit, 3);
    variant(new Uint8Array(784).fill(255), 4);
    expect(variant(digit, 3)).toEqual(first);
  });

  it('makes another picture of other numbers', () => {
    const different = new Set(variants.map((image) => image.join()));
    expect(different.size).toBe(seeds.length);
  });

  it('may write over the picture that it reads', () => {
    const image = digit.slice();
    augment(image, image, createRandom(5));
    expect(image).toEqual(variant(digit, 5));
  });

  it('leaves the picture that it reads alone', () => {
    const image = digit.slice();
    variant(image, 6);
    expect(image).toEqual(digit);
  });

  it('moves the centre of mass no further than shift and bend allow, and on average not at all', () => {
    const centres = variants.map(massOf);
    // Scaling keeps the centre in place; the shift itself is scaled by up to a tenth.
    const limit = 1.1 * (augmentation.shift + augmentation.elastic);
    for (const { x, y } of centres) {
      expect(Math.abs(x - 13.5)).toBeLessThan(limit);
      expect(Math.abs(y - 13.5)).toBeLessThan(limit);
    }
    expect(Math.abs(mean(centres.map(({ x }) => x)) - 13.5)).toBeLessThan(0.15);
    expect(Math.abs(mean(centres.map(({ y }) => y)) - 13.5)).toBeLessThan(0.15);
    expect(Math.max(...centres.map(({ x }) => x))).toBeGreaterThan(13.5 + 1);
    expect(Math.min(...centres.map(({ y }) => y))).toBeLessThan(13.5 - 1);
  });

  it('roughly keeps the mass', () => {
    const { mass } = massOf(digit);
    const shares = variants.map((image) => massOf(image).mass / mass);
    expect(Math.min(...shares)).toBeGreaterThan(0.5);
    expect(Math.max(...shares)).toBeLessThan(1.8);
    expect(Math.abs(mean(shares) - 1)).toBeLessThan(0.05);
  });
});

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
