import { beforeAll, describe, expect, it } from 'vitest';
import { bestReading } from '../../../src/core/import-check.js';
import { loadDataset } from '../../../src/dataset/load-dataset.js';
import type { Engine } from '../../../src/engine/engine.js';
import { openEngine } from '../../../src/engine/open-engine.js';
import { checkReadings, firstOf, readAs } from '../../../src/host/models/check-readings.js';
import { inDigitOrder } from '../../../src/model/class-order.js';
import { meanImages } from './mean-images.js';

const inOrder = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const fromOne = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

let engine: Engine;
let samples: ReturnType<typeof firstOf>;

beforeAll(async () => {
  engine = await openEngine();
  samples = firstOf(await loadDataset('mnist:test'), 1000);
});

const check = async (...model: Parameters<typeof meanImages>) => ({
  source: 'mnist:test',
  count: 1000,
  readings: await checkReadings(engine, await meanImages(...model), samples, { classes: 'look' }),
});

describe('an imported network', () => {
  it.each(['light-on-dark', 'dark-on-light'] as const)('is found to read %s', async (polarity) => {
    const best = bestReading(await check(inOrder, polarity));
    expect(best).toMatchObject({ scale: 'unit', polarity });
    expect(best.accuracy).toBeGreaterThan(0.7);
    expect(best.classes).toBeUndefined();
  });

  it('is found to count from one, and reads the same once its outputs are in order', async () => {
    const best = bestReading(await check(fromOne, 'light-on-dark'));
    expect(best.classes).toEqual(fromOne);
    const { network, weights } = await meanImages(fromOne, 'light-on-dark');
    const ordered = inDigitOrder(network, weights, fromOne);
    const [usual] = await checkReadings(engine, { network, weights: ordered }, samples, {
      classes: 'said',
    });
    expect(usual.accuracy).toBe(best.accuracy);
  });

  it('is asked for no other order where one was said', async () => {
    const readings = await checkReadings(
      engine,
      await meanImages(fromOne, 'light-on-dark'),
      samples,
      {
        classes: 'said',
      },
    );
    expect(readings[0].accuracy).toBeLessThan(0.2);
    expect(readings[0].classes).toBeUndefined();
  });

  it('is let go where the check is cancelled', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const model = await meanImages(inOrder, 'light-on-dark');
    const options = { classes: 'look', signal: abort.signal } as const;
    await expect(checkReadings(engine, model, samples, options)).rejects.toThrow('enough');
  });
});

it('tells how far it is over all ways of reading', async () => {
  const told: number[] = [];
  const model = await meanImages(inOrder, 'light-on-dark');
  await checkReadings(engine, model, samples, {
    classes: 'look',
    onProgress: ({ done, total }) => told.push(done / total),
  });
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
});

it('gives a network the formula of its pixels', async () => {
  const { network } = await meanImages(inOrder, 'light-on-dark');
  const read = readAs(network, { scale: 'byte', polarity: 'dark-on-light' });
  expect(read.pixels).toEqual({ scale: -1, offset: 255 });
});
