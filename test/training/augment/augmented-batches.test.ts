import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import type { Batch } from '../../../src/engine/engine.js';
import {
  AugmentedBatches,
  augmentWorkerData,
  batchesAhead,
} from '../../../src/training/augment/augmented-batches.js';
import type { BatchSource } from '../../../src/training/batches.js';
import { drawDataset, Sandbox } from '../../support/sandbox.js';

const workerSource = new URL('../../../src/training/augment/augment-worker.js', import.meta.url);

/** 50 pictures of one bright bar each, of a place and a label of their own. */
function samples(): Batch {
  const images = new Uint8Array(50 * 784);
  const labels = new Uint8Array(50);
  for (let sample = 0; sample < 50; sample++) {
    const top = sample * 784 + (8 + (sample % 5)) * 28;
    for (let row = 0; row < 8; row++) images.fill(250, top + row * 28 + 9, top + row * 28 + 19);
    labels[sample] = sample % 10;
  }
  return { images, labels };
}

const opened: BatchSource[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((source) => source.close()));
});

function startWorker(): Worker {
  return new Worker(workerSource, { workerData: augmentWorkerData(samples(), 'mild') });
}

function open(worker = startWorker(), { seed = 7 } = {}): BatchSource {
  const source = new AugmentedBatches(worker, { seed });
  opened.push(source);
  return source;
}

/** A thread that answers `answers` requests, then meets its fate. */
function brokenWorker(answers: number, fate: string): Worker {
  const program = `
    const { parentPort } = require('node:worker_threads');
    let answers = ${answers};
    parentPort.on('message', ({ indices }) => {
      if (answers-- === 0) ${fate};
      parentPort.postMessage({ images: new Uint8Array(784), labels: new Uint8Array(indices) });
    });`;
  return new Worker(program, { eval: true });
}

const everyThird = Uint32Array.from({ length: 50 }, (_, index) => (index * 3) % 50);

async function collect(source: BatchSource, { epoch = 1, batchSize = 8, order = everyThird } = {}) {
  const batches: Batch[] = [];
  for await (const batch of source.epoch(order, { epoch, batchSize })) batches.push(batch);
  return batches;
}

async function pixels(...args: Parameters<typeof collect>): Promise<Buffer> {
  return Buffer.concat((await collect(...args)).map((batch) => batch.images));
}

describe('augmented batches', () => {
  it('bring every sample once, in order, and what is left in the last batch', async () => {
    const batches = await collect(open());
    expect(batches.map(({ labels }) => labels.length)).toEqual([8, 8, 8, 8, 8, 8, 2]);
    expect(batches.map(({ images }) => images.length / 784)).toEqual([8, 8, 8, 8, 8, 8, 2]);
    expect(batches.flatMap(({ labels }) => [...labels])).toEqual(
      [...everyThird].map((sample) => sample % 10),
    );
  });

  it('bring more batches than are made ahead, and none for no samples', async () => {
    const source = open();
    expect(await collect(source, { batchSize: 1 })).toHaveLength(50);
    expect(await collect(source, { order: new Uint32Array() })).toEqual([]);
  });

  it('vary the pictures and keep them recognisable', async () => {
    const { images } = samples();
    const varied = await pixels(open());
    everyThird.forEach((sample, position) => {
      const before = images.subarray(sample * 784, (sample + 1) * 784);
      const after = varied.subarray(position * 784, (position + 1) * 784);
      expect(Buffer.compare(before, after)).not.toBe(0);
      expect(overlap(before, after)).toBeGreaterThan(0.5);
    });
  });

  it('are the same for the same seed, epoch and order, whatever came before', async () => {
    const source = open();
    const first = await pixels(source, { epoch: 2 });
    await pixels(source, { epoch: 3 });
    expect(await pixels(source, { epoch: 2 })).toEqual(first);
    expect(await pixels(open(), { epoch: 2 })).toEqual(first);
  });

  it('differ by epoch, by seed and from batch to batch', async () => {
    const source = open();
    const sameSample = new Uint32Array(2);
    const options = { order: sameSample, batchSize: 1 };
    const first = await pixels(source, options);
    expect(first.subarray(0, 784)).not.toEqual(first.subarray(784));
    expect(await pixels(source, { ...options, epoch: 2 })).not.toEqual(first);
    expect(await pixels(open(startWorker(), { seed: 8 }), options)).not.toEqual(first);
  });

  it('do not follow an order that changes under way', async () => {
    const order = everyThird.slice();
    const source = open();
    const expected = (await collect(source, { order })).map(({ labels }) => [...labels]);
    const iterator = source.epoch(order, { epoch: 1, batchSize: 8 })[Symbol.asyncIterator]();
    const { value } = await iterator.next();
    order.fill(0);
    expect([...value.labels]).toEqual(expected[0]);
    expect([...(await iterator.next()).value.labels]).toEqual(expected[1]);
  });

  it('are asked for a bounded number ahead', async () => {
    const worker = startWorker();
    const asked = vi.spyOn(worker, 'postMessage');
    let taken = 0;
    for await (const _ of open(worker).epoch(everyThird, { epoch: 1, batchSize: 1 })) {
      taken++;
      expect(asked.mock.calls.length).toBe(Math.min(50, taken + batchesAhead));
    }
    expect(taken).toBe(50);
  });

  it('may be left early, and the next epoch is whole', async () => {
    const source = open();
    for await (const _ of source.epoch(everyThird, { epoch: 1, batchSize: 2 })) break;
    const next = await pixels(source, { epoch: 2 });
    expect(next).toEqual(await pixels(open(), { epoch: 2 }));
  });
});

describe('closing', () => {
  it('ends an unused source, and twice does no harm', async () => {
    const source = open();
    await source.close();
    await source.close();
  });

  it('tells what waits for a batch', async () => {
    const source = open(brokenWorker(0, 'return'));
    const told = expect(collect(source)).rejects.toThrow('closed');
    await source.close();
    await told;
    await expect(collect(source)).rejects.toThrow('closed');
  });

  it('works after an epoch was left', async () => {
    const source = open();
    for await (const _ of source.epoch(everyThird, { epoch: 1, batchSize: 1 })) break;
    await source.close();
  });
});

describe('a thread that fails', () => {
  it.each([
    { what: 'throws', fate: `throw new Error('out of ink')`, message: /out of ink/ },
    { what: 'leaves', fate: 'process.exit(3)', message: /ended with code 3/ },
  ])('surfaces when it $what', async ({ fate, message }) => {
    const source = open(brokenWorker(2, fate));
    let taken = 0;
    const run = async () => {
      for await (const _ of source.epoch(everyThird, { epoch: 1, batchSize: 4 })) taken++;
    };
    const failure = await run().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect((failure as Problem).message).toMatch(message);
    expect(taken).toBeLessThanOrEqual(2);
    await expect(collect(source)).rejects.toThrow(message);
  });
});

describe('augmentedBatches', () => {
  it('starts its thread in the built program', async () => {
    const sandbox = await Sandbox.open();
    try {
      await drawDataset(sandbox.path('digits'), { digits: [1, 7], perClass: 10 });
      const { code, json } = await sandbox.run(
        'train --data digits --recipe fast --epochs 1 --json'.split(' '),
      );
      expect(json.at(-1)).toMatchObject({ type: 'completed', epochs: 1 });
      expect(code).toBe(0);
    } finally {
      sandbox.close();
    }
  });
});

/** Share of the brightness of one picture that the other covers. */
function overlap(one: Uint8Array, other: Uint8Array): number {
  let [shared, all] = [0, 0];
  one.forEach((value, pixel) => {
    shared += Math.min(value, other[pixel]);
    all += value;
  });
  return shared / all;
}
