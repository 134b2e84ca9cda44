import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run/event.js';
import { RunControl } from '../../src/training/control.js';
import { train } from '../../src/training/train.js';
import { collect, job, ScriptedTrainer } from './scripted-training.js';

const isKeyEvent = ({ type }: RunEvent) => type !== 'progress';

describe('training', () => {
  it('tells epoch by epoch what happens and saves the best weights', async () => {
    const trainer = new ScriptedTrainer(2, [0.5, 0.3, 0.4]);
    const { job: work, kept } = job(trainer, { epochs: 3, batchSize: 4 });
    const events = await collect(train(work));
    expect(events.filter(isKeyEvent).map(({ type }) => type)).toEqual([
      'started',
      'epoch-started',
      'epoch-ended',
      'weights-kept',
      'checkpoint-saved',
      'state-saved',
      'epoch-started',
      'epoch-ended',
      'weights-kept',
      'checkpoint-saved',
      'state-saved',
      'epoch-started',
      'epoch-ended',
      'weights-kept',
      'state-saved',
      'completed',
    ]);
    expect(kept.checkpoints).toEqual([1, 2]);
    expect(kept.epochs).toEqual([1, 2, 3]);
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(4));
    expect(events.at(-1)).toMatchObject({
      type: 'completed',
      reason: 'all-epochs',
      model: 'm',
      epochs: 3,
      bestEpoch: 2,
    });
  });

  it('sees every training sample once an epoch, the last batch holding what is left', async () => {
    const trainer = new ScriptedTrainer(3, [0.5]);
    await collect(train(job(trainer, { epochs: 1, batchSize: 3 }).job));
    expect(trainer.batches.map((batch) => batch.length)).toEqual([3, 3, 1]);
  });

  it('takes a batch larger than the data as one step', async () => {
    const trainer = new ScriptedTrainer(1, [0.5]);
    await collect(train(job(trainer, { epochs: 1, batchSize: 1000 }).job));
    expect(trainer.batches.map((batch) => batch.length)).toEqual([7]);
  });

  it('stops after ten epochs without gain and keeps the weights of the best', async () => {
    const losses = [0.5, ...Array<number>(20).fill(0.6)];
    const trainer = new ScriptedTrainer(1, losses);
    const { job: work, kept } = job(trainer, { epochs: 50, batchSize: 100 });
    const events = await collect(train(work));
    expect(events.at(-1)).toMatchObject({
      type: 'completed',
      reason: 'early-stopping',
      epochs: 11,
      bestEpoch: 1,
    });
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(1));
  });

  it('halves the learning rate after five epochs without gain', async () => {
    const trainer = new ScriptedTrainer(1, [0.5, ...Array<number>(7).fill(0.6)]);
    const events = await collect(train(job(trainer, { epochs: 8, batchSize: 100 }).job));
    expect(trainer.learningRates).toEqual([
      0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.0005, 0.0005,
    ]);
    expect(events.find(({ type }) => type === 'learning-rate-changed')).toMatchObject({
      epoch: 6,
      from: 0.001,
      to: 0.0005,
    });
  });

  it('ends on request with the best weights saved', async () => {
    const control = new RunControl();
    const trainer = new ScriptedTrainer(1, [0.5, 0.4, 0.3]);
    const { job: work, kept } = job(trainer, { epochs: 50, batchSize: 100 }, { control });
    const events: RunEvent[] = [];
    for await (const event of train(work)) {
      events.push(event);
      if (event.type === 'epoch-started' && event.epoch === 3) control.end({ how: 'save' });
    }
    expect(events.at(-1)).toMatchObject({ type: 'stopped', model: 'm', epochs: 2, bestEpoch: 2 });
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(2));
  });

  it('has nothing to save where it is ended in its first epoch', async () => {
    const control = new RunControl();
    control.end({ how: 'save' });
    const { job: work, kept } = job(new ScriptedTrainer(1, []), {}, { control });
    const events = await collect(train(work));
    expect(events.at(-1)).toMatchObject({ type: 'stopped', model: null, epochs: 0 });
    expect(kept.weights).toBeUndefined();
  });

  it('fails where the loss is no longer a number, with the last good weights saved', async () => {
    const trainer = new ScriptedTrainer(1, [0.5, 0.4], (step) => (step < 3 ? 1 : Number.NaN));
    const { job: work, kept } = job(trainer, { epochs: 50, batchSize: 100 });
    const events = await collect(train(work));
    expect(events.at(-1)).toMatchObject({
      type: 'failed',
      reason: 'the loss is no longer a number in epoch 3, the weights of epoch 2 are saved as m',
      remedy: 'lower the learning rate',
    });
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(2));
  });

  it('tells progress with the time left, never past the end of an epoch', async () => {
    const trainer = new ScriptedTrainer(7, [0.5, 0.4]);
    const events = await collect(train(job(trainer, { epochs: 2, batchSize: 1 }).job));
    const progress = events.filter((event) => event.type === 'progress');
    expect(progress.length).toBeGreaterThan(2);
    for (const { step, steps, secondsLeft } of progress) {
      expect(step).toBeLessThanOrEqual(steps);
      expect(secondsLeft).toBeGreaterThanOrEqual(0);
    }
  });

  it('shuffles each epoch anew, the same way for the same seed', async () => {
    const order = async (seed: number) => {
      const trainer = new ScriptedTrainer(7, [0.5, 0.4]);
      const { job: work } = job(trainer, { epochs: 2, batchSize: 1, seed });
      work.dataset.labels.set([0, 1, 2, 3, 4, 5, 6, 0, 0, 0]);
      await collect(train(work));
      return trainer.batches.flat();
    };
    const first = await order(1);
    expect(await order(1)).toEqual(first);
    expect(await order(2)).not.toEqual(first);
    expect(first.slice(0, 7)).not.toEqual(first.slice(7));
    expect(first.slice(0, 7).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('the fast recipe', () => {
  it('never stops early, and scores the mean of the last fifth of the epochs', async () => {
    const losses = [0.5, ...Array<number>(9).fill(0.6), 0.4];
    const trainer = new ScriptedTrainer(1, losses);
    const { job: work, kept } = job(trainer, { recipe: 'fast', epochs: 10, batchSize: 100 });
    const events = await collect(train(work));
    expect(events.find(({ type }) => type === 'weights-averaged')).toMatchObject({
      epochs: 2,
      validation: { loss: expect.closeTo(0.4, 5) },
      improved: true,
    });
    expect(events.at(-1)).toMatchObject({ type: 'completed', reason: 'all-epochs', epochs: 10 });
    // The mean of 9 and 10 steps, which is then seen through one epoch at rate zero.
    expect(trainer.written?.get('steps')).toEqual(Float32Array.of(9.5));
    expect(trainer.learningRates.at(-1)).toBe(0);
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(11));
  });

  it('keeps the best epoch where the mean is no gain', async () => {
    const losses = [0.5, ...Array<number>(8).fill(0.6), 0.3, 0.4];
    const trainer = new ScriptedTrainer(1, losses);
    const { job: work, kept } = job(trainer, { recipe: 'fast', epochs: 10, batchSize: 100 });
    const events = await collect(train(work));
    expect(events.at(-1)).toMatchObject({ type: 'completed', bestEpoch: 10 });
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(10));
  });

  it('goes through one cycle of the learning rate', async () => {
    const trainer = new ScriptedTrainer(1, Array<number>(11).fill(0.5));
    const { job: work } = job(trainer, {
      recipe: 'fast',
      epochs: 10,
      batchSize: 100,
      learningRate: 0.004,
    });
    await collect(train(work));
    const rates = trainer.learningRates.slice(0, 10);
    expect(Math.max(...rates)).toBeCloseTo(0.004, 6);
    expect(rates.indexOf(Math.max(...rates))).toBe(2);
    expect(rates.at(-1)).toBeLessThan(1e-6);
  });
});
