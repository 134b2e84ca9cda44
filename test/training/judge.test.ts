import { describe, expect, it } from 'vitest';
import { judge } from '../../src/training/judge.js';

/** Light squares of one size: what is on them does not matter here. */
const dataset = { images: new Uint8Array(4 * 784).fill(200), labels: Uint8Array.of(3, 3, 3, 3) };
const validation = Uint32Array.of(1, 3);

/** Says 3 with this probability to all; counts what it was asked. */
function saying(confidence: number) {
  const asked: number[] = [];
  return {
    asked,
    classify: async (images: Uint8Array) => {
      const count = images.length / 784;
      asked.push(count);
      return Float32Array.from({ length: count * 10 }, (_, at) =>
        at % 10 === 3 ? confidence : (1 - confidence) / 9,
      );
    },
  };
}

describe('judge', () => {
  it('asks about thousands of variants of few samples, and about drawings that are no digit', async () => {
    const classifier = saying(0.9);
    const { rejection } = await judge(classifier, {
      dataset,
      validation,
      seed: 1,
    });
    expect(classifier.asked).toEqual([2000, 400]);
    expect(rejection).toMatchObject({ digits: 2000, nonDigits: 400 });
  });

  it('cools answers that are right more often than they say', async () => {
    const options = { dataset, validation, seed: 1 };
    const { temperature, rejection } = await judge(saying(0.9), options);
    expect(temperature).toBeLessThan(0.3);
    expect(rejection.curve[0]).toMatchObject({ coverage: 1, accuracy: 1, heldBack: 0 });
  });

  it('tells a network that answers no numbers as one that cannot be trusted', async () => {
    const options = { dataset, validation, seed: 1 };
    const { temperature, rejection } = await judge(saying(Number.NaN), options);
    expect(temperature).toBe(1);
    expect(rejection.curve.every(({ accuracy }) => Number.isFinite(accuracy))).toBe(true);
  });
});
