import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { drawNonDigit } from '../../../src/training/synthesis/draw-non-digit.js';
import { letters } from '../../../src/training/synthesis/letters.js';
import { drawStrokes } from '../../../src/training/synthesis/pen.js';
import { signs } from '../../../src/training/synthesis/signs.js';
import { writeGlyph } from '../../../src/training/synthesis/write-glyph.js';
import { writtenDigits } from '../../../src/training/synthesis/written-digits.js';

const glyphs = [...letters, ...signs, ...writtenDigits.flat()];
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

function written(glyph: (typeof glyphs)[number], seed: number): Uint8Array {
  const target = new Uint8Array(784).fill(99);
  writeGlyph(glyph, target, createRandom(seed));
  return target;
}

/** Left, top, right and bottom of what is half light at least. */
function inkEdges(image: Uint8Array): [number, number, number, number] {
  const pixels = [...image.keys()].filter((pixel) => image[pixel] > 127);
  const [xs, ys] = [
    pixels.map((pixel) => pixel % 28),
    pixels.map((pixel) => Math.floor(pixel / 28)),
  ];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe('a pen', () => {
  it('draws a line of its width, soft at the edge, and nothing elsewhere', () => {
    const image = new Uint8Array(784);
    drawStrokes(image, [[14.5, 5.5, 14.5, 20.5]], { width: 3, edge: 1 });
    expect([...image.subarray(10 * 28 + 11, 10 * 28 + 18)]).toEqual([0, 0, 255, 255, 255, 0, 0]);
    expect(image[2 * 28 + 14]).toBe(0);
  });

  it('makes a dot of a stroke without length, and cuts off what lies outside', () => {
    const image = new Uint8Array(784);
    drawStrokes(image, [[0, 0]], { width: 4, edge: 1 });
    expect(image[0]).toBe(255);
    expect(image.filter((value) => value > 0).length).toBeLessThan(10);
  });
});

describe('a written glyph', () => {
  it('is 20 pixels long in every hand', () => {
    for (const [index, glyph] of glyphs.entries()) {
      for (const seed of seeds) {
        const [left, top, right, bottom] = inkEdges(written(glyph, seed * 1000 + index));
        const length = Math.max(right - left, bottom - top) + 1;
        expect(length).toBeGreaterThanOrEqual(17);
        expect(length).toBeLessThanOrEqual(22);
      }
    }
  });

  it('is the same of the same numbers, and another of others', () => {
    expect(written(letters[0], 1)).toEqual(written(letters[0], 1));
    expect(written(letters[0], 1)).not.toEqual(written(letters[0], 2));
  });

  it('is there for every digit in several forms', () => {
    expect(writtenDigits.map((forms) => forms.length)).toEqual(
      Array.from({ length: 10 }, () => expect.any(Number)),
    );
    expect(Math.min(...writtenDigits.map((forms) => forms.length))).toBeGreaterThan(1);
  });
});

describe('what is not a digit', () => {
  const samples = {
    images: Uint8Array.from({ length: 10 * 784 }, (_, at) => (Math.floor(at / 28) % 28) * 9),
    labels: Uint8Array.from({ length: 10 }, (_, label) => label),
  };

  it('always shows something, and hardly ever the same twice', () => {
    const random = createRandom(4);
    const seen = new Set<string>();
    for (let drawn = 0; drawn < 400; drawn++) {
      const target = new Uint8Array(784);
      drawNonDigit(target, samples, random);
      expect(target.filter((value) => value > 127).length).toBeGreaterThan(5);
      seen.add(target.join());
    }
    // Of ten samples there are eighteen that lie.
    expect(seen.size).toBeGreaterThan(360);
  });
});
