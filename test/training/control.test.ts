import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run/event.js';
import { oneCycleRate } from '../../src/core/schedule/one-cycle.js';
import { RunControl } from '../../src/training/control.js';
import type { SavedTraining } from '../../src/training/saved-training.js';
import { train } from '../../src/training/train.js';
import { collect, job, ScriptedTrainer } from './scripted-training.js';

const kinds = (events: readonly RunEvent[]) =>
  events.map(({ type }) => type).filter((type) => type !== 'progress');

/** Trains, and does something at certain events. */
async function trainWith(
  work: ReturnType<typeof job>['job'],
  onEvent: (event: RunEvent) => void,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of train(work)) {
    events.push(event);
    onEvent(event);
  }
  return events;
}

describe('a run that is held', () => {
  it('saves its state, waits, and goes on with the step that was next', async () => {
    const control = new RunControl();
    const trainer = new ScriptedTrainer(7, [0.5]);
    const { job: work, kept } = job(trainer, { epochs: 1, batchSize: 1 }, { control });
    control.pause('app on pts/3');
    const events = await trainWith(work, (event) => {
      if (event.type === 'paused') setImmediate(() => control.resume('a command'));
    });
    expect(kinds(events).slice(1, 5)).toEqual([
      'epoch-started',
      'state-saved',
      'paused',
      'resumed',
    ]);
    expect(events.find(({ type }) => type === 'paused')).toMatchObject({ by: 'app on pts/3' });
    expect(events.find(({ type }) => type === 'resumed')).toMatchObject({ by: 'a command' });
    expect(kept.states[0].position).toMatchObject({ epoch: 0, step: 0 });
    expect(trainer.batches).toHaveLength(7);
  });

  it('ends where it is asked to while it waits', async () => {
    const control = new RunControl();
    const { job: work } = job(new ScriptedTrainer(1, []), { batchSize: 100 }, { control });
    control.pause();
    const events = await trainWith(work, (event) => {
      if (event.type === 'paused') setImmediate(() => control.end({ how: 'save', by: 'me' }));
    });
    expect(kinds(events)).not.toContain('resumed');
    expect(events.at(-1)).toMatchObject({ type: 'stopped', by: 'me' });
  });
});

describe('a run that is changed', () => {
  it('takes the new learning rate from the next step on, and tells who asked', async () => {
    const control = new RunControl();
    const trainer = new ScriptedTrainer(1, [0.5, 0.4, 0.3]);
    const { job: work } = job(trainer, { epochs: 3, batchSize: 100 }, { control });
    const events = await trainWith(work, (event) => {
      if (event.type === 'epoch-started' && event.epoch === 2) {
        control.change({ learningRate: 0.0005, by: 'app on pts/3' });
      }
    });
    expect(trainer.learningRates).toEqual([0.001, 0.0005, 0.0005]);
    expect(events.find(({ type }) => type === 'settings-changed')).toMatchObject({
      epoch: 2,
      by: 'app on pts/3',
      learningRate: { from: 0.001, to: 0.0005 },
    });
  });

  it('runs as many epochs as are wanted now, the one under way at least', async () => {
    const lengths = await Promise.all(
      [5, 1].map(async (epochs) => {
        const control = new RunControl();
        const trainer = new ScriptedTrainer(1, [0.5, 0.4, 0.3, 0.2, 0.1]);
        const { job: work } = job(trainer, { epochs: 3, batchSize: 100 }, { control });
        await trainWith(work, (event) => {
          if (event.type === 'epoch-started' && event.epoch === 2) control.change({ epochs });
        });
        return trainer.batches.length;
      }),
    );
    expect(lengths).toEqual([5, 2]);
  });

  it('spreads what is left of a cycle over the epochs that are left', async () => {
    const control = new RunControl();
    const trainer = new ScriptedTrainer(1, Array<number>(30).fill(0.5));
    const settings = { recipe: 'fast', epochs: 10, batchSize: 100, learningRate: 0.004 } as const;
    const { job: work } = job(trainer, settings, { control });
    await trainWith(work, (event) => {
      if (event.type === 'epoch-started' && event.epoch === 6) control.change({ epochs: 20 });
    });
    const rates = trainer.learningRates.slice(0, 20);
    for (let step = 4; step < 20; step++) expect(rates[step]).toBeLessThan(rates[step - 1]);
    expect(rates[19]).toBeLessThan(1e-6);
    // At the change it is what it would have been, and falls more slowly from there.
    expect(rates[5]).toBeCloseTo(oneCycleRate(0.004, 5, 10), 9);
    expect(rates[6]).toBeGreaterThan(oneCycleRate(0.004, 6, 10));
  });
});

describe('a run that is stopped at once', () => {
  it('makes no model, but can go on', async () => {
    const control = new RunControl();
    const trainer = new ScriptedTrainer(1, [0.5, 0.4, 0.3]);
    const { job: work, kept } = job(trainer, { epochs: 3, batchSize: 100 }, { control });
    const events = await trainWith(work, (event) => {
      if (event.type === 'epoch-started' && event.epoch === 3) control.end({ how: 'now' });
    });
    expect(events.at(-1)).toMatchObject({ type: 'stopped', model: null, epochs: 2 });
    expect(kept.weights).toBeUndefined();
    expect(kept.states.at(-1)?.position).toMatchObject({ epoch: 2, step: 0 });
  });
});

describe('a run that goes on from what it saved', () => {
  const losses = [0.5, 0.4, 0.6, 0.3];
  const settings = { epochs: 4, batchSize: 2 } as const;

  /** The state that is saved when the run is held at a step of an epoch. */
  async function savedAt(epoch: number, step: number): Promise<SavedTraining> {
    const control = new RunControl();
    const trainer = new ScriptedTrainer(4, losses);
    const { job: work, kept } = job(trainer, settings, { control });
    work.dataset.labels.set([0, 1, 2, 3, 4, 5, 6, 0, 0, 0]);
    for await (const event of train(work)) {
      const isThere = event.type === 'progress' && event.epoch === epoch && event.step === step;
      if (isThere || (step === 0 && event.type === 'epoch-started' && event.epoch === epoch)) {
        control.end({ how: 'now' });
      }
    }
    // As it comes back from a file.
    const state = kept.states[kept.states.length - 1];
    return structuredClone(state);
  }

  async function whole() {
    const trainer = new ScriptedTrainer(4, losses);
    const { job: work, kept } = job(trainer, settings);
    work.dataset.labels.set([0, 1, 2, 3, 4, 5, 6, 0, 0, 0]);
    const events = await collect(train(work));
    return { trainer, kept, events };
  }

  it.each([
    [1, 2],
    [3, 0],
    [4, 4],
  ])('sees the batches that were left in epoch %i after step %i', async (epoch, step) => {
    const saved = await savedAt(epoch, step);
    const made = saved.position.steps;
    const trainer = new ScriptedTrainer(4, losses.slice(saved.position.epoch));
    const { job: work } = job(trainer, settings, { resume: { saved, by: 'me' } });
    work.dataset.labels.set([0, 1, 2, 3, 4, 5, 6, 0, 0, 0]);
    const events = await collect(train(work));
    const straight = await whole();
    expect(trainer.batches).toEqual(straight.trainer.batches.slice(made));
    expect(events[0]).toMatchObject({ type: 'resumed', by: 'me', from: { epoch: epoch - 1 } });
    expect(events.at(-1)).toMatchObject({ type: 'completed', epochs: 4, bestEpoch: 4 });
  });

  it('remembers its best epoch and how long it waited for a better one', async () => {
    const patient = { epochs: 50, batchSize: 100 } as const;
    const control = new RunControl();
    const first = job(new ScriptedTrainer(1, [0.5, ...Array<number>(4).fill(0.6)]), patient, {
      control,
    });
    for await (const event of train(first.job)) {
      if (event.type === 'epoch-started' && event.epoch === 6) control.end({ how: 'now' });
    }
    const saved = first.kept.states[first.kept.states.length - 1];
    const trainer = new ScriptedTrainer(1, Array<number>(20).fill(0.6));
    const second = job(trainer, patient, { resume: { saved } });
    const events = await collect(train(second.job));
    expect(events.at(-1)).toMatchObject({ reason: 'early-stopping', epochs: 11, bestEpoch: 1 });
    expect(second.kept.weights?.get('steps')).toEqual(Float32Array.of(1));
  });
});
