import { describe, expect, it } from 'vitest';
import { emptyRun, reduceRun } from '../../../../src/core/run/reducer.js';
import type { RecipeName } from '../../../../src/core/settings.js';
import { epochsOf, learningRateOf } from '../../../../src/screens/training/control/changeable.js';
import { epochStarted, started } from '../../../state/run-fakes.js';

/** In epoch 7 of 20, at a learning rate of 0.001. */
const run = (recipe: RecipeName = 'classic') => {
  const { request } = started;
  const settings = { ...request.settings, recipe };
  return [{ ...started, request: { ...request, settings } }, epochStarted(7)].reduce(
    reduceRun,
    emptyRun(''),
  );
};

describe('the learning rate of a run', () => {
  const rate = learningRateOf(run());

  it.each([
    ['0.0005', { value: 0.0005 }],
    ['1e-4', { value: 0.0001 }],
    ['0.001', { error: 'it is that now' }],
    ['', { error: 'learning rate must be a number from 1e-7 to 10' }],
    ['99', { error: 'learning rate must be a number from 1e-7 to 10' }],
  ])('is typed: %s', (typed, expected) => {
    expect(rate.check(typed)).toEqual(expected);
  });

  it('is doubled and halved, within what is taken', () => {
    expect(rate.step(0.001, 'up')).toBe(0.002);
    expect(rate.step(0.001, 'down')).toBe(0.0005);
    expect(rate.step(10, 'up')).toBe(10);
    expect(rate.step(0.0003, 'down')).toBe(0.00015);
  });

  it('says what the schedule does afterwards', () => {
    expect(rate.consequence(0.0005)).toMatch(/five epochs without gain still halve it/);
    expect(learningRateOf(run('fast')).consequence(0.0005)).toMatch(
      /the rest of the cycle is 0.5 times/,
    );
  });
});

describe('the epochs of a run', () => {
  const epochs = epochsOf(run());

  it.each([
    ['30', { value: 30 }],
    ['7', { value: 7 }],
    ['6', { error: '7 have begun: not fewer' }],
    ['20', { error: 'it is that now' }],
    ['7.5', { error: 'epochs must be a whole number from 1 to 1000' }],
  ])('are typed: %s', (typed, expected) => {
    expect(epochs.check(typed)).toEqual(expected);
  });

  it('are stepped one by one, never below those that have begun', () => {
    expect(epochs.step(20, 'up')).toBe(21);
    expect(epochs.step(8, 'down')).toBe(7);
    expect(epochs.step(7, 'down')).toBe(7);
  });

  it('say when the one under way would be the last', () => {
    expect(epochs.consequence(7)).toBe('The epoch under way is the last one.');
    expect(epochs.consequence(8)).toBe('Early stopping may still end it before.');
    expect(epochsOf(run('robust')).consequence(40)).toMatch(/fitted to it/);
  });
});
