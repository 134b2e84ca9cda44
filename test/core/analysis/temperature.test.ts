import { describe, expect, it } from 'vitest';
import { fitTemperature, temper } from '../../../src/core/analysis/temperature.js';
import { createRandom } from '../../../src/core/random.js';

/** Samples whose labels are drawn from their probabilities: these are right at temperature 1. */
function honestSamples(count: number) {
  const random = createRandom(1);
  const labels = new Uint8Array(count);
  const probabilities = new Float32Array(count * 10);
  for (let sample = 0; sample < count; sample++) {
    const weights = Array.from({ length: 10 }, () => Math.exp(8 * random.uniform()));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    probabilities.set(
      weights.map((weight) => weight / sum),
      sample * 10,
    );
    let chance = random.uniform() * sum;
    labels[sample] = weights.findIndex((weight) => {
      chance -= weight;
      return chance < 0;
    });
  }
  return { labels, probabilities };
}

describe('temper', () => {
  it('leaves probabilities alone at 1', () => {
    const probabilities = honestSamples(3).probabilities;
    expect(temper(probabilities, 1)).toBe(probabilities);
  });

  it('is the softmax of logits divided by it', () => {
    const row = Float32Array.of(0.64, 0.16, 0.04, 0.16, 0, 0, 0, 0, 0, 0);
    const roots = [0.8, 0.4, 0.2, 0.4];
    const expected = roots.map((root) => root / 1.8);
    const tempered = temper(row, 2);
    for (const [index, value] of expected.entries()) expect(tempered[index]).toBeCloseTo(value, 6);
    expect([...tempered.subarray(4)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('treats each row by itself', () => {
    const { probabilities } = honestSamples(2);
    const second = temper(probabilities.slice(10), 1.7);
    expect(temper(probabilities, 1.7).subarray(10)).toEqual(second);
  });
});

describe('fitTemperature', () => {
  const samples = honestSamples(4000);

  it('finds 1 where probabilities are honest', () => {
    expect(fitTemperature(samples)).toBeCloseTo(1, 1);
  });

  it.each([0.5, 2, 3])('takes back a temperature of %f', (temperature) => {
    const probabilities = temper(samples.probabilities, temperature);
    const found = fitTemperature({ labels: samples.labels, probabilities });
    expect(found * temperature).toBeCloseTo(fitTemperature(samples), 1);
  });

  it('stays in its range where every answer is right, and where every answer is wrong', () => {
    const certain = new Float32Array(20).fill(0.01);
    certain[3] = certain[14] = 0.91;
    const right = fitTemperature({ labels: Uint8Array.of(3, 4), probabilities: certain });
    expect(right).toBeCloseTo(0.1, 2);
    const wrong = fitTemperature({ labels: Uint8Array.of(1, 1), probabilities: certain });
    expect(wrong).toBeCloseTo(10, 0);
  });

  it('is 1 where there is nothing to fit', () => {
    expect(fitTemperature({ labels: new Uint8Array(0), probabilities: new Float32Array(0) })).toBe(
      1,
    );
    const probabilities = new Float32Array(10).fill(Number.NaN);
    expect(fitTemperature({ labels: Uint8Array.of(3), probabilities })).toBe(1);
  });
});
