import { describe, expect, it } from 'vitest';
import { oneCycleRate } from '../../../src/core/schedule/one-cycle.js';

const rates = Array.from({ length: 100 }, (_, step) => oneCycleRate(0.004, step, 100));

describe('one cycle', () => {
  it.each([
    [0, 0.00016],
    [29, 0.004],
    [64, 0.002],
    [99, 1.6e-8],
  ])('is at step %i of 100 at %f', (step, rate) => {
    expect(rates[step]).toBeCloseTo(rate, 6);
  });

  it('rises to its peak and falls from there', () => {
    const peak = rates.indexOf(Math.max(...rates));
    expect(peak).toBe(29);
    for (let step = 1; step < 100; step++) {
      const change = rates[step] - rates[step - 1];
      expect(step <= peak ? change > 0 : change < 0).toBe(true);
    }
  });

  it.each([1, 2, 3, 5])('is a positive number in each of %i steps', (steps) => {
    for (let step = 0; step < steps; step++) {
      expect(oneCycleRate(0.004, step, steps)).toBeGreaterThan(0);
    }
  });
});
