import { describe, expect, it } from 'vitest';
import { coverageAt, coverageCurve } from '../../../src/core/analysis/coverage.js';
import { createRandom } from '../../../src/core/random.js';
import { madeSamples, noSamples } from './made-samples.js';

const samples = madeSamples([1, 1, 0.75], [2, 2, 0.5], [3, 4, 0.5], [5, 6, 0.25]);

describe('the coverage of a threshold', () => {
  it('keeps answers that have it, the threshold itself included', () => {
    expect(coverageAt(samples, 0.5)).toEqual({
      threshold: 0.5,
      coverage: 0.75,
      accuracy: 2 / 3,
      kept: 3,
      wrong: 1,
    });
  });

  it('has no accuracy where nothing is kept', () => {
    expect(coverageAt(samples, 0.9)).toMatchObject({ coverage: 0, accuracy: Number.NaN, kept: 0 });
    expect(coverageAt(noSamples, 0.5)).toMatchObject({ coverage: Number.NaN, kept: 0 });
  });
});

describe('a coverage curve', () => {
  it('has a point for each confidence, from all answers to the surest', () => {
    expect(coverageCurve(samples)).toEqual([
      { threshold: 0.25, coverage: 1, accuracy: 0.5, kept: 4, wrong: 2 },
      { threshold: 0.5, coverage: 0.75, accuracy: 2 / 3, kept: 3, wrong: 1 },
      { threshold: 0.75, coverage: 0.25, accuracy: 1, kept: 1, wrong: 0 },
    ]);
    expect(coverageCurve(noSamples)).toEqual([]);
  });

  it('is thinned where it is long, keeps its ends, and says what each threshold keeps', () => {
    const random = createRandom(7);
    const many = madeSamples(
      ...Array.from({ length: 5000 }, (): [number, number, number] => [
        0,
        random.below(3) ? 0 : 1,
        1 - random.uniform() ** 6 * 0.8,
      ]),
    );
    const curve = coverageCurve(many);
    expect(curve.length).toBeGreaterThan(100);
    expect(curve.length).toBeLessThanOrEqual(200);
    expect(curve[0].kept).toBe(5000);
    for (const point of curve) expect(point).toEqual(coverageAt(many, point.threshold));
    const steps = curve.slice(1).map((point, index) => ({
      threshold: point.threshold - curve[index].threshold,
      coverage: curve[index].coverage - point.coverage,
    }));
    expect(Math.min(...steps.map(({ threshold }) => threshold))).toBeGreaterThan(0);
    expect(Math.max(...steps.map(({ coverage }) => coverage))).toBeLessThan(0.03);
  });
});
