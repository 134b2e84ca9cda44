import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSweepOptions } from '../../src/cli/sweep.js';
import { sweepTableLines } from '../../src/cli/sweep-words.js';
import { sweepTable } from '../../src/core/run/sweep-table.js';
import { summary } from '../state/runs/summary-fakes.js';
import { drawDataset, Sandbox } from '../support/sandbox.js';

describe('the options', () => {
  it('vary what has several values, and take a single one for all', () => {
    const { base, axes } = readSweepOptions({
      data: 'mnist',
      learningRate: '0.001,0.002',
      recipe: 'fast',
      epochs: '3',
      validationSplit: '0.1',
    });
    expect(axes).toEqual([{ setting: 'learningRate', values: [0.001, 0.002] }]);
    expect(base).toMatchObject({ recipe: 'fast', epochs: 3, batchSize: 128, validationSplit: 0.1 });
  });

  it.each([
    [{ learningRate: '0.001' }, /no setting would vary/],
    [{ learningRate: '1,2', batchSize: '8,16', seed: '1,2' }, /more than two settings would vary/],
    [{ seed: Array.from({ length: 65 }, (_, seed) => seed).join() }, /these are 65 runs/],
    [{ epochs: '1,none' }, /1,none cannot be swept/],
    [{ seed: '1,2', validationSplit: '2' }, /2 is out of range/],
  ])('%j is wrong usage', (options, message) => {
    expect(() => readSweepOptions({ data: 'mnist', ...options })).toThrow(message);
  });
});

it('makes a table of what came out, with a star for the best', () => {
  const runs = [
    summary('a', { settings: { learningRate: 0.001, batchSize: 32 }, accuracy: 0.9875 }),
    summary('b', { settings: { learningRate: 0.01, batchSize: 32 }, status: 'failed' }),
    summary('c', { settings: { learningRate: 0.001, batchSize: 128 }, accuracy: 0.97 }),
  ];
  expect(sweepTableLines(sweepTable(runs))).toEqual([
    'learning rate \\ batch size         32      128',
    '0.001                       * 98.75 %  97.00 %',
    '0.01                           failed        -',
  ]);
});

describe('on a host', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await Sandbox.open();
    const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    await drawDataset(sandbox.path('digits'), { digits, perClass: 5 });
  });
  afterAll(() => sandbox.close());

  it('trains a run for every combination, and tells each and the best', async () => {
    const { code, json } = await sandbox.run(
      'sweep --data digits --learning-rate 0.001,0.01 --batch-size 8,16 --epochs 1 --json'.split(
        ' ',
      ),
    );
    expect(code).toBe(0);
    expect(json).toHaveLength(5);
    expect(json.slice(0, 4)).toEqual(
      [
        [0.001, 8],
        [0.001, 16],
        [0.01, 8],
        [0.01, 16],
      ].map(([learningRate, batchSize]) =>
        expect.objectContaining({
          status: 'completed',
          epochs: 1,
          settings: expect.objectContaining({ learningRate, batchSize, recipe: 'classic' }),
          validation: { loss: expect.any(Number), accuracy: expect.any(Number) },
        }),
      ),
    );
    expect(json[4]).toMatchObject({ sweep: 'learning-rate-x-batch-size', runs: 4, failed: 0 });
    const { json: listed } = await sandbox.run(['runs', '--json']);
    expect(listed.map(({ sweep }) => sweep)).toEqual(Array(4).fill('learning-rate-x-batch-size'));
  });

  it('leaves the runs to the host with --detach', async () => {
    const { code, json } = await sandbox.run(
      'sweep --data digits --seed 1,2 --epochs 1 --name pair --detach --json'.split(' '),
    );
    expect(code).toBe(0);
    expect(json).toEqual([{ sweep: 'seed', runs: ['pair-1', 'pair-2'] }]);
    const ended = async () => {
      const { json: listed } = await sandbox.run(['runs', '--json']);
      return listed.filter(({ sweep, status }) => sweep === 'seed' && status === 'completed')
        .length;
    };
    await expect.poll(ended, { timeout: 60_000, interval: 500 }).toBe(2);
  });
});
