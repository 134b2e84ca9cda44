import { describe, expect, it } from 'vitest';
import {
  createReduceOnPlateau,
  observePlateau,
} from '../../../src/core/schedule/reduce-on-plateau.js';

function rates(losses: readonly number[], start = 0.001): number[] {
  let state = createReduceOnPlateau(start);
  return losses.map((loss) => {
    state = observePlateau(state, loss);
    return state.learningRate;
  });
}

describe('the learning rate', () => {
  it('stays while the loss falls', () => {
    expect(rates([0.5, 0.4, 0.3, 0.2])).toEqual([0.001, 0.001, 0.001, 0.001]);
  });

  it('is halved after five epochs without gain, and again after five more', () => {
    expect(rates([0.5, ...Array<number>(10).fill(0.5)])).toEqual([
      0.001, 0.001, 0.001, 0.001, 0.001, 0.0005, 0.0005, 0.0005, 0.0005, 0.0005, 0.00025,
    ]);
  });

  it('takes a fall of less than 0.0001 for none', () => {
    const creeping = [0.5, 0.49999, 0.49998, 0.49997, 0.49996, 0.49995];
    expect(rates(creeping).at(-1)).toBe(0.0005);
  });

  it('waits anew after each gain', () => {
    expect(rates([0.5, 0.5, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4, 0.4]).at(-1)).toBe(0.001);
  });

  it('takes a loss that is not a number for none', () => {
    expect(rates([0.5, ...Array<number>(5).fill(Number.NaN)]).at(-1)).toBe(0.0005);
  });

  it('never falls below 1e-7', () => {
    expect(rates([0.5, ...Array<number>(5).fill(0.5)], 1.5e-7).at(-1)).toBe(1e-7);
  });
});
