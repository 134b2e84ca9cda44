import { describe, expect, it } from 'vitest';
import type { Random } from '../../../src/core/random.js';
import {
  fillPadded,
  paddedArea,
  paddedSide,
  varyStroke,
} from '../../../src/training/augment/stroke-width.js';

/** A soft vertical stroke in the columns 10 to 12 and rows 5 to 20, and a pixel in the corner. */
function drawn(): Float32Array {
  const image = new Uint8Array(784);
  for (let row = 5; row <= 20; row++) image.set([120, 200, 40], row * 28 + 10);
  image[0] = 100;
  const padded = new Float32Array(paddedArea);
  fillPadded(padded, image);
  return padded;
}

const first = (value: number): Random => ({ uniform: () => value, below: () => 0 });
const strengths = { stroke: 0.2, strokeBlend: 0.5 };

function rowOf(padded: Float32Array, row: number): number[] {
  const start = (row + 1) * paddedSide + 1;
  return [...padded.subarray(start, start + 28)];
}

describe('varyStroke', () => {
  it.each([
    { what: 'thickens', chance: 0.19, row: 12, expected: [0, 60, 160, 200, 120, 20, 0] },
    { what: 'thins', chance: 0.21, row: 12, expected: [0, 0, 80, 200, 0, 0, 0] },
    { what: 'leaves', chance: 0.41, row: 12, expected: [0, 0, 120, 200, 40, 0, 0] },
    { what: 'thickens the end of', chance: 0, row: 4, expected: [0, 60, 100, 100, 100, 20, 0] },
    { what: 'adds nothing around', chance: 0.39, row: 4, expected: [0, 0, 0, 0, 0, 0, 0] },
  ])('$what a stroke (row $row)', ({ chance, row, expected }) => {
    const padded = drawn();
    varyStroke(padded, strengths, first(chance));
    expect(rowOf(padded, row).slice(8, 15)).toEqual(expected);
  });

  it('never lights the padding', () => {
    const padded = drawn();
    varyStroke(padded, strengths, first(0));
    expect(rowOf(padded, 0).slice(0, 3)).toEqual([100, 50, 0]);
    expect([...padded.subarray(0, paddedSide)]).toEqual(Array(paddedSide).fill(0));
    for (let row = 0; row < paddedSide; row++) expect(padded[row * paddedSide]).toBe(0);
  });
});
