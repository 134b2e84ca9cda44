import { describe, expect, it } from 'vitest';
import { bestEpochOf } from '../../../src/core/analysis/best-epoch.js';
import { trainingGap } from '../../../src/core/analysis/gap.js';
import { type RecipeName, recipeSettings } from '../../../src/core/settings.js';
import { madeRun } from './made-run.js';

function request(recipe: RecipeName) {
  return { source: 'mnist', name: 'made', settings: recipeSettings[recipe] };
}

describe('the best epoch', () => {
  it('is the one with the lowest validation loss, with where it lies', () => {
    const run = madeRun([1, 0.9, 0.9, 0.8], [0.5, 0.9, 0.4, 0.9], [0.3, 0.9, 0.6, 0.9]);
    expect(bestEpochOf(run)).toMatchObject({
      record: { epoch: 2 },
      epochs: 3,
      epochsAfter: 1,
      secondsUntil: 6,
    });
  });

  it('is missing before the first epoch and where no loss is a number', () => {
    expect(bestEpochOf(madeRun())).toBeUndefined();
    expect(bestEpochOf(madeRun([Number.NaN, 0.1, Number.NaN, 0.1]))).toBeUndefined();
  });
});

describe('the gap between training and validation', () => {
  it.each([
    ['no epoch', madeRun(), 'none-yet', 'No epoch has ended: there is no gap yet.'],
    [
      'one epoch',
      madeRun([0.2, 0.95, 0.25, 0.94]),
      'narrow',
      'Training is 1.0 points better than validation, a narrow gap: what was learnt holds for samples that were not seen.',
    ],
    [
      'a wide gap',
      madeRun([0.01, 1, 0.25, 0.94]),
      'wide',
      'Training is 6.0 points better than validation, a wide gap: more samples, or the recipe fast, which varies them, would narrow it.',
    ],
    [
      'a wide gap of the recipe fast',
      { ...madeRun([0.01, 1, 0.25, 0.94]), request: request('fast') },
      'wide',
      'Training is 6.0 points better than validation, a wide gap: more samples would narrow it.',
    ],
    [
      'validation better, with dropout',
      madeRun([0.2, 0.93, 0.1, 0.97]),
      'validation-better',
      'Validation is 4.0 points better than training, which is no mistake: training is scored with dropout on and while the weights still move.',
    ],
    [
      'validation better, with varied samples',
      { ...madeRun([0.2, 0.93, 0.1, 0.97]), request: request('fast') },
      'validation-better',
      'Validation is 4.0 points better than training, which is no mistake: training is scored with dropout on and on varied samples.',
    ],
    [
      'overfitting',
      madeRun(
        [0.2, 0.9, 0.1, 0.95],
        [0.1, 0.95, 0.12, 0.95],
        [0.05, 0.98, 0.15, 0.95],
        [0.02, 0.99, 0.2, 0.95],
      ),
      'overfitting',
      'Overfitting: after epoch 1 validation loss rose from 0.1 to 0.2 while training loss kept falling; the weights kept are those of epoch 1.',
    ],
    [
      'divergence after a good epoch',
      madeRun([0.2, 0.93, 0.1, 0.97], [Number.NaN, 0.1, Number.NaN, 0.1]),
      'diverged',
      'The loss is no number in epoch 2: training diverged and the weights kept are those of epoch 1; a lower learning rate helps.',
    ],
    [
      'divergence at once',
      madeRun([Number.NaN, 0.1, Number.NaN, 0.1], [Number.NaN, 0.1, Number.NaN, 0.1]),
      'diverged',
      'The loss is no number in epoch 1: training diverged and nothing was learnt; a lower learning rate helps.',
    ],
  ])('of %s', (_, run, kind, words) => {
    expect(trainingGap(run)).toMatchObject({ kind, words });
  });

  it('is a difference at the epoch whose weights were kept', () => {
    const gap = trainingGap(madeRun([0.2, 0.95, 0.25, 0.94], [0.1, 0.99, 0.3, 0.9]));
    expect(gap.accuracy).toBeCloseTo(0.01, 12);
    expect(gap.loss).toBeCloseTo(0.05, 12);
    expect(trainingGap(madeRun()).accuracy).toBeNaN();
  });
});
