import { describe, expect, it } from 'vitest';
import type { RunEvent, RunOutcome } from '../../src/core/run/event.js';
import { defaultSettings, type TrainingSettings } from '../../src/core/settings.js';
import type { Batch, OptimiserState, Trainer } from '../../src/engine/engine.js';
import type { Weights } from '../../src/model/weights.js';
import { plainBatches } from '../../src/training/batches.js';
import type { TrainingJob } from '../../src/training/job.js';
import { recipes } from '../../src/training/recipe.js';
import { train } from '../../src/training/train.js';

/**
 * A trainer without arithmetic: each epoch's validation loss is given, and its weights are the
 * number of steps made.
 */
class ScriptedTrainer implements Trainer {
  readonly batches: number[][] = [];
  readonly learningRates: number[] = [];
  written?: Weights;
  #epoch = 0;

  constructor(
    private readonly stepsPerEpoch: number,
    private readonly validationLosses: readonly number[],
    private readonly stepLoss: (step: number) => number = () => 1,
  ) {}

  async step({ labels }: Batch, learningRate: number) {
    this.batches.push([...labels]);
    if ((this.batches.length - 1) % this.stepsPerEpoch === 0) this.learningRates.push(learningRate);
    return { loss: this.stepLoss(this.batches.length), accuracy: 0.5 };
  }

  async classify(images: Uint8Array) {
    const loss = this.validationLosses[this.#epoch++];
    // All samples carry label 0: this probability of it gives the loss asked for.
    const probabilities = new Float32Array((images.length / 784) * 10);
    for (let row = 0; row < probabilities.length; row += 10) probabilities[row] = Math.exp(-loss);
    return probabilities;
  }

  async readWeights(): Promise<Weights> {
    return new Map([['steps', Float32Array.of(this.batches.length)]]);
  }

  async writeWeights(weights: Weights) {
    this.written = weights;
  }

  async readOptimiser(): Promise<OptimiserState> {
    return { steps: this.batches.length, moments: new Map() };
  }

  async writeOptimiser() {}

  dispose() {}
}

interface Kept {
  weights?: Weights;
  outcome?: Omit<RunOutcome, 'model'>;
  checkpoints: number[];
  epochs: number[];
}

function job(
  trainer: Trainer,
  settings: Partial<TrainingSettings>,
  change: Partial<TrainingJob> = {},
): { job: TrainingJob; kept: Kept } {
  const kept: Kept = { checkpoints: [], epochs: [] };
  let clock = 0;
  return {
    kept,
    job: {
      run: 'r',
      request: { source: 's', name: 'm', settings: { ...defaultSettings, ...settings } },
      recipe: { ...recipes[settings.recipe ?? 'classic'], batches: plainBatches },
      engine: 'portable',
      trainer,
      dataset: {
        source: 's',
        format: 'folders',
        images: new Uint8Array(10 * 784),
        labels: new Uint8Array(10),
        skipped: [],
      },
      split: { train: Uint32Array.of(0, 1, 2, 3, 4, 5, 6), validation: Uint32Array.of(7, 8, 9) },
      signal: new AbortController().signal,
      now: () => (clock += 100),
      memoryBytes: () => 1000,
      saveCheckpoint: async (_, epoch) => {
        kept.checkpoints.push(epoch);
        return 'best';
      },
      keepEpoch: async (_, epoch) => {
        kept.epochs.push(epoch);
        return `epoch-${epoch}`;
      },
      saveModel: async (weights, outcome) => {
        kept.weights = weights;
        kept.outcome = outcome;
        return 'm';
      },
      ...change,
    },
  };
}

async function collect(events: AsyncGenerator<RunEvent>): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

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
      'epoch-started',
      'epoch-ended',
      'weights-kept',
      'checkpoint-saved',
      'epoch-started',
      'epoch-ended',
      'weights-kept',
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
    const abort = new AbortController();
    const trainer = new ScriptedTrainer(1, [0.5, 0.4, 0.3]);
    const { job: work, kept } = job(
      trainer,
      { epochs: 50, batchSize: 100 },
      { signal: abort.signal },
    );
    const events: RunEvent[] = [];
    for await (const event of train(work)) {
      events.push(event);
      if (event.type === 'epoch-started' && event.epoch === 3) abort.abort();
    }
    expect(events.at(-1)).toMatchObject({ type: 'stopped', model: 'm', epochs: 2, bestEpoch: 2 });
    expect(kept.weights?.get('steps')).toEqual(Float32Array.of(2));
  });

  it('has nothing to save where it is ended in its first epoch', async () => {
    const abort = new AbortController();
    abort.abort();
    const { job: work, kept } = job(new ScriptedTrainer(1, []), {}, { signal: abort.signal });
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
