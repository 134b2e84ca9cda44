import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../src/core/time-left.js';

describe('the time left', () => {
  it('counts validation at its own rate', () => {
    const seconds = secondsLeft({
      trainImages: 1000,
      validationImages: 600,
      trainRate: 100,
      validationRate: 200,
    });
    expect(seconds).toBe(13);
  });

  it('takes validation for three times as fast until it was measured', () => {
    expect(secondsLeft({ trainImages: 1000, validationImages: 600, trainRate: 100 })).toBe(12);
  });

  it('is unknown before the first step', () => {
    expect(secondsLeft({ trainImages: 1000, validationImages: 0, trainRate: 0 })).toBeNaN();
  });
});
