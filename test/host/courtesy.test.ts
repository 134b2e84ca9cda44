import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Trainer } from '../../src/engine/engine.js';
import { Courtesy } from '../../src/host/courtesy.js';

const batch = { images: new Uint8Array(784), labels: Uint8Array.of(1) };

/** A trainer that tells when it is called. */
function listed(order: string[]): Trainer {
  return {
    step: async () => {
      order.push('step');
      return { loss: 0, accuracy: 1 };
    },
    classify: async () => {
      order.push('classify');
      return new Float32Array(10);
    },
    readWeights: async () => new Map(),
    writeWeights: async () => {},
    readOptimiser: async () => ({ steps: 0, moments: new Map() }),
    writeOptimiser: async () => {},
    dispose: () => order.push('dispose'),
  };
}

/** Several turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await setImmediate();
}

it('lets a training go on while nobody asks', async () => {
  const order: string[] = [];
  const trainer = new Courtesy().behind(listed(order));
  await trainer.step(batch, 0.1);
  await trainer.classify(batch.images);
  trainer.dispose();
  expect(order).toEqual(['step', 'classify', 'dispose']);
});

it('keeps steps back until the last question is answered, and its answer can have left', async () => {
  const order: string[] = [];
  const courtesy = new Courtesy();
  const trainer = courtesy.behind(listed(order));
  let answerSlow = () => {};
  const slow = courtesy.first(() => new Promise<void>((resolve) => (answerSlow = resolve)));
  const step = trainer.step(batch, 0.1);
  const quick = courtesy.first(async () => order.push('quick answer'));
  await quick;
  await turns();
  expect(order).toEqual(['quick answer']);
  answerSlow();
  await slow;
  order.push('slow answer');
  await step;
  expect(order).toEqual(['quick answer', 'slow answer', 'step']);
});

it('goes on after a question that failed', async () => {
  const order: string[] = [];
  const courtesy = new Courtesy();
  const failing = courtesy.first(async () => {
    throw new Error('no such model');
  });
  await expect(failing).rejects.toThrow('no such model');
  await courtesy.behind(listed(order)).step(batch, 0.1);
  expect(order).toEqual(['step']);
});
