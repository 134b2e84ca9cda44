import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/core/settings.js';
import { sweepName, sweepRequests } from '../../../src/host/sweep.js';
import { estimateTime } from '../../../src/state/runs/run-time.js';
import {
  firstFields,
  readSweep,
  type SweepFields,
  stepSweep,
} from '../../../src/state/runs/sweep-form.js';
import { summary } from './summary-fakes.js';

const first = firstFields(defaultSettings);

it('begins with learning rates about the one of the form', () => {
  expect(first).toEqual([
    { setting: 'learningRate', typed: '0.0003, 0.001, 0.002' },
    { setting: 'none', typed: '' },
  ]);
  expect(readSweep(first, defaultSettings)).toMatchObject({ plans: { length: 3 } });
});

it('steps to more and fewer of the values that are offered, two at least', () => {
  const more = stepSweep(first, 'first-values', 'next', defaultSettings);
  expect(more[0].typed).toBe('0.0003, 0.001, 0.002, 0.004');
  let fewer: SweepFields = first;
  for (let step = 0; step < 4; step += 1) {
    fewer = stepSweep(fewer, 'first-values', 'previous', defaultSettings);
  }
  expect(fewer[0].typed).toBe('0.001, 0.002');
});

it('never sweeps a setting twice, and leaves only the second out', () => {
  const second = stepSweep(first, 'second-setting', 'next', defaultSettings);
  expect(second[1]).toEqual({ setting: 'batchSize', typed: '16, 32, 64' });
  const moved = stepSweep(second, 'first-setting', 'next', defaultSettings);
  expect(moved[0].setting).toBe('epochs');
  const around = ['seed', 'recipe', 'epochs', 'learningRate'].reduce<SweepFields>(
    (fields) => stepSweep(fields, 'first-setting', 'previous', defaultSettings),
    moved,
  );
  expect(around[0].setting).toBe('epochs');
});

it('offers seeds one after the other', () => {
  const seeds = stepSweep(first, 'first-setting', 'previous', defaultSettings);
  expect(seeds[0]).toEqual({ setting: 'seed', typed: '42, 43, 44' });
});

describe('what cannot be filed', () => {
  it.each([
    [{ setting: 'learningRate', typed: '0.001' }, 'name two values or more'],
    [{ setting: 'epochs', typed: '1, 0' }, '0: epochs must be a whole number from 1 to 1000'],
  ] as const)('%j is refused with a reason', (field, error) => {
    expect(readSweep([field, first[1]], defaultSettings)).toEqual({ row: 'first-values', error });
  });

  it('is more runs than a table shows', () => {
    const many = {
      setting: 'seed',
      typed: Array.from({ length: 65 }, (_, seed) => seed).join(' '),
    };
    expect(readSweep([many as SweepFields[0], first[1]], defaultSettings)).toEqual({
      row: 'first-values',
      error: 'these are 65 runs: 64 make a sweep at most',
    });
  });
});

it('names each sweep as no other', () => {
  const axes = [
    { setting: 'learningRate', values: [1] },
    { setting: 'batchSize', values: [2] },
  ] as const;
  const request = { ...summary('a').request, sweep: 'learning-rate-x-batch-size' };
  const taken = [summary('a', { request } as never)];
  expect(sweepName(axes, [])).toBe('learning-rate-x-batch-size');
  expect(sweepName(axes, taken)).toBe('learning-rate-x-batch-size-2');
});

it('numbers the models of a sweep where they are named', () => {
  const plans = [1, 2].map((seed) => ({ ...defaultSettings, seed }));
  const asked = sweepRequests(
    { source: 'mnist', settings: defaultSettings, name: 'try' },
    plans,
    'seed',
  );
  expect(
    asked.map(({ name, settings, sweep, when }) => [name, settings.seed, sweep, when]),
  ).toEqual([
    ['try-1', 1, 'seed', 'queued'],
    ['try-2', 2, 'seed', 'queued'],
  ]);
});

describe('the time', () => {
  const request = { source: 'mnist' };
  const plans = [
    { ...defaultSettings, epochs: 3 },
    { ...defaultSettings, epochs: 5 },
  ];

  it('is that of the epochs of runs like these', () => {
    const past = [summary('a', { accuracy: 0.99 })];
    expect(estimateTime({ request, plans }, past)).toEqual({ seconds: 80, basis: 'like' });
  });

  it('counts what past runs took besides their epochs', () => {
    const past = [summary('a', { accuracy: 0.99, epoch: 2, seconds: 23 })];
    expect(estimateTime({ request, plans }, past)).toEqual({ seconds: 86, basis: 'like' });
  });

  it('is rough where only the speed is known, of the nearest batch size', () => {
    const past = [summary('a', { accuracy: 0.99, settings: { batchSize: 64 } })];
    expect(estimateTime({ request, plans }, past)).toBeUndefined();
    expect(estimateTime({ request, plans, samples: 8913 }, past)).toEqual({
      seconds: 8,
      basis: 'rough',
    });
  });

  it('is not known where no run of the recipe has ended an epoch', () => {
    const past = [summary('a', { accuracy: 0.99, settings: { recipe: 'fast' } }), summary('b')];
    expect(estimateTime({ request, plans, samples: 8913 }, past)).toBeUndefined();
  });
});
