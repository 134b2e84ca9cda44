import { describe, expect, it } from 'vitest';
import {
  createEarlyStopping,
  hasImproved,
  observeLoss,
  shouldStop,
} from '../../../src/core/schedule/early-stopping.js';

describe('early stopping', () => {
  it.each([
    { losses: [0.5, 0.4, 0.3], stopsAfter: undefined, best: 3 },
    { losses: [0.5, 0.6, 0.6], stopsAfter: 3, best: 1 },
    { losses: [0.5, 0.6, 0.4, 0.5, 0.5], stopsAfter: 5, best: 3 },
    { losses: [0.5, 0.5, 0.5], stopsAfter: 3, best: 1 },
    { losses: [0.5, Number.NaN, 0.4], stopsAfter: undefined, best: 3 },
    { losses: [0.5, Number.NaN, Number.NaN], stopsAfter: 3, best: 1 },
    { losses: [Number.NaN, Number.NaN], stopsAfter: 2, best: 0 },
  ])(
    'with patience 2 and losses $losses stops after $stopsAfter',
    ({ losses, stopsAfter, best }) => {
      let state = createEarlyStopping(2);
      let stopped: number | undefined;
      losses.forEach((loss, index) => {
        state = observeLoss(state, index + 1, loss);
        if (shouldStop(state)) stopped ??= index + 1;
      });
      expect(stopped).toBe(stopsAfter);
      expect(state.bestEpoch).toBe(best);
    },
  );

  it('has improved only in the epoch with the lowest loss so far', () => {
    let state = createEarlyStopping(10);
    const improved = [0.5, 0.6, 0.4, 0.4].map((loss, index) => {
      state = observeLoss(state, index + 1, loss);
      return hasImproved(state);
    });
    expect(improved).toEqual([true, false, true, false]);
  });
});
