import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadBackend } from '../../../src/engine/portable/load-backend.js';
import { trainingMode } from '../../../src/engine/portable/training-mode.js';
import { Variables } from '../../../src/engine/portable/variables.js';
import type { Network } from '../../../src/model/network.js';
import { initialWeights } from '../../../src/model/weights.js';

beforeAll(loadBackend);

const dropout = { kind: 'dropout', name: 'dropout1', rate: 0.5 } as const;

function masks(seed: number, steps: number): string[] {
  const mode = trainingMode(seed);
  return Array.from({ length: steps }, (_, step) =>
    mode(step + 1)
      .drop(tf.ones([4, 8]), dropout)
      .dataSync()
      .join(),
  );
}

describe('dropout', () => {
  test('has another mask at every step', () => {
    expect(new Set(masks(1, 20)).size).toBe(20);
  });

  test('repeats its masks with the seed, and only with the seed', () => {
    expect(masks(1, 5)).toEqual(masks(1, 5));
    expect(masks(1, 5)).not.toEqual(masks(2, 5));
  });

  test('has the masks of a step whether or not the steps before were made', () => {
    const alone = trainingMode(1)(5).drop(tf.ones([4, 8]), dropout);
    expect(alone.dataSync().join()).toBe(masks(1, 5)[4]);
  });

  test('has other masks for another layer', () => {
    const other = trainingMode(1)(1).drop(tf.ones([4, 8]), { ...dropout, name: 'dropout2' });
    expect(other.dataSync().join()).not.toBe(masks(1, 1)[0]);
  });

  test('drops at its rate and scales up what it keeps', () => {
    const values = trainingMode(1)(1)
      .drop(tf.ones([100, 100]), { ...dropout, rate: 0.2 })
      .dataSync();
    expect([...new Set(values)].sort()).toEqual([0, 1.25]);
    expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.2, 1);
  });
});

describe('batch normalisation in training', () => {
  const norm = { kind: 'batch-norm', name: 'norm' } as const;
  const network: Network = { name: 'norm', input: [1, 1, 1], layers: [norm] };

  test('normalises by the batch and late in a run moves the averages by a hundredth', () => {
    const variables = new Variables(network, initialWeights(network, 1));
    const y = trainingMode(1)(10_000).normalise(tf.tensor2d([[0], [4]]), norm, variables);
    // Mean 2, variance 4: (0 - 2) / sqrt(4 + 0.001).
    expect(y.dataSync()[0]).toBeCloseTo(-0.999875, 6);
    expect(variables.get('norm/moving-mean').dataSync()[0]).toBeCloseTo(0.02, 6);
    expect(variables.get('norm/moving-variance').dataSync()[0]).toBeCloseTo(1.03, 6);
  });

  test('takes the averages from the first batches almost alone', () => {
    const variables = new Variables(network, initialWeights(network, 1));
    trainingMode(1)(1).normalise(tf.tensor2d([[0], [4]]), norm, variables);
    expect(variables.get('norm/moving-mean').dataSync()[0]).toBeCloseTo(1.8, 6);
    expect(variables.get('norm/moving-variance').dataSync()[0]).toBeCloseTo(3.7, 6);
  });

  test('takes its own momentum and epsilon where it has them', () => {
    const variables = new Variables(network, initialWeights(network, 1));
    const own = { ...norm, momentum: 0.5, epsilon: 12 };
    const y = trainingMode(1)(10_000).normalise(tf.tensor2d([[0], [4]]), own, variables);
    // (0 - 2) / sqrt(4 + 12).
    expect(y.dataSync()[0]).toBeCloseTo(-0.5, 6);
    expect(variables.get('norm/moving-mean').dataSync()[0]).toBeCloseTo(1, 6);
  });

  test('makes beta of a batch of one sample', () => {
    const variables = new Variables(network, initialWeights(network, 1));
    const y = trainingMode(1)(1).normalise(tf.tensor2d([[7]]), norm, variables);
    expect(y.dataSync()[0]).toBe(0);
  });
});
