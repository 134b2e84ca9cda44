import { describe, expect, it } from 'vitest';
import { parseSweptValues, planSweep } from '../../../src/core/run/sweep-plan.js';
import { bestOf, type SweptRun, sweepTable } from '../../../src/core/run/sweep-table.js';
import { defaultSettings, type TrainingSettings } from '../../../src/core/settings.js';
import { epochEnded } from '../../state/run-fakes.js';

function run(id: string, settings: Partial<TrainingSettings>, accuracy?: number): SweptRun {
  const ended = accuracy === undefined ? undefined : epochEnded(1, accuracy);
  const best = ended?.type === 'epoch-ended' ? ended : undefined;
  const status = best ? 'completed' : 'waiting';
  return { id, status, best, request: { settings: { ...defaultSettings, ...settings } } };
}

describe('the plan', () => {
  it('has every value of the first setting with every value of the second', () => {
    const plans = planSweep(defaultSettings, [
      { setting: 'learningRate', values: [0.001, 0.002] },
      { setting: 'batchSize', values: [32, 128] },
    ]);
    expect(plans.map(({ learningRate, batchSize }) => [learningRate, batchSize])).toEqual([
      [0.001, 32],
      [0.001, 128],
      [0.002, 32],
      [0.002, 128],
    ]);
    expect(plans[3]).toMatchObject({ recipe: 'classic', epochs: 50, seed: 42 });
  });

  it.each([
    ['learningRate', '0.001, 0.002 0.004', [0.001, 0.002, 0.004]],
    ['batchSize', '32,32, 64', [32, 64]],
    ['recipe', 'fast classic', ['fast', 'classic']],
  ] as const)('reads the values of %s from %s', (setting, typed, values) => {
    expect(parseSweptValues(setting, typed)).toEqual({ values });
  });

  it.each([
    ['learningRate', '0.001, much', 'much: learning rate must be a number from 1e-7 to 10'],
    ['batchSize', '0', '0: batch size must be a whole number from 1 to 4096'],
    ['recipe', 'slow', 'slow: recipes are classic, fast, robust'],
    ['seed', ' , ', 'say what the seed is to be'],
  ] as const)('says what is wrong with %s %s', (setting, typed, error) => {
    expect(parseSweptValues(setting, typed)).toEqual({ error });
  });
});

describe('the table', () => {
  it('has the values that vary down and across, from low to high', () => {
    const runs = [
      run('d', { learningRate: 0.01, batchSize: 128 }, 0.97),
      run('c', { learningRate: 0.01, batchSize: 32 }, 0.98),
      run('b', { learningRate: 0.001, batchSize: 128 }),
    ];
    const { axes, cells, best } = sweepTable(runs);
    expect(axes).toEqual([
      { setting: 'learningRate', values: [0.001, 0.01] },
      { setting: 'batchSize', values: [32, 128] },
    ]);
    expect(cells.map((row) => row.map((cell) => cell?.id))).toEqual([
      [undefined, 'b'],
      ['c', 'd'],
    ]);
    expect(best?.id).toBe('c');
  });

  it('has one column where one setting varies', () => {
    const { axes, cells } = sweepTable([run('b', { seed: 2 }), run('a', { seed: 1 })]);
    expect(axes).toEqual([{ setting: 'seed', values: [1, 2] }]);
    expect(cells.map(([cell]) => cell?.id)).toEqual(['a', 'b']);
  });

  it('leaves out epochs that were changed under way, where two other settings vary', () => {
    const { axes } = sweepTable([
      run('c', { learningRate: 0.01, batchSize: 32, epochs: 7 }),
      run('b', { learningRate: 0.001, batchSize: 64 }),
    ]);
    expect(axes.map(({ setting }) => setting)).toEqual(['learningRate', 'batchSize']);
  });

  it('calls no run the best before one has a figure', () => {
    expect(bestOf([run('a', {}), run('b', {})])).toBeUndefined();
  });
});
