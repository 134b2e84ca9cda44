import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../src/core/random.js';
import { fillSmoothField } from '../../../src/training/augment/smooth-field.js';

function field(random: Random): Float32Array {
  const values = new Float32Array(784);
  fillSmoothField(values, 2, random);
  return values;
}

const always = (value: number): Random => ({ uniform: () => value, below: () => 0 });

describe('fillSmoothField', () => {
  it.each([
    { uniform: 0, everywhere: -2 },
    { uniform: 0.5, everywhere: 0 },
    { uniform: 0.75, everywhere: 1 },
  ])('is flat where all its points agree ($everywhere)', ({ uniform, everywhere }) => {
    for (const value of field(always(uniform))) expect(value).toBeCloseTo(everywhere, 5);
  });

  it('stays in its range and goes both ways', () => {
    const values = field(createRandom(1));
    expect(Math.max(...values)).toBeLessThanOrEqual(2);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeGreaterThan(0.2);
    expect(Math.min(...values)).toBeLessThan(-0.2);
  });

  it('changes little from a pixel to the next, in both directions', () => {
    const values = field(createRandom(2));
    // A cubic B-spline is no steeper than the step between two points over their distance.
    const steepest = 4 / 7;
    for (let pixel = 0; pixel < 784; pixel++) {
      const column = pixel % 28;
      const right = column < 27 ? values[pixel + 1] : values[pixel];
      const below = pixel < 756 ? values[pixel + 28] : values[pixel];
      expect(Math.abs(right - values[pixel])).toBeLessThan(steepest);
      expect(Math.abs(below - values[pixel])).toBeLessThan(steepest);
    }
  });
});
