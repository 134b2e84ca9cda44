import { describe, expect, it } from 'vitest';
import { type RunEvent, runEventSchema } from '../../../src/core/run/event.js';
import { emptyRun, isActive, reduceRun } from '../../../src/core/run/reducer.js';
import { defaultSettings } from '../../../src/core/settings.js';

const started: RunEvent = {
  type: 'started',
  at: 1000,
  run: 'mnist-classic',
  request: { source: 'mnist', name: 'mnist-classic', settings: defaultSettings },
  engine: 'native',
  trainSamples: 800,
  validationSamples: 200,
  perClass: Array<number>(10).fill(100),
};

function epochEnded(epoch: number, loss: number, improved: boolean): RunEvent {
  return {
    type: 'epoch-ended',
    at: 2000 + epoch,
    epoch,
    train: { loss, accuracy: 0.9 },
    validation: { loss, accuracy: 0.9 },
    validationPerClass: Array<number>(10).fill(0.9),
    learningRate: 0.001,
    seconds: 3,
    imagesPerSecond: 300,
    improved,
  };
}

function progress(step: number, loss: number): RunEvent {
  return {
    type: 'progress',
    at: 1500,
    epoch: 1,
    phase: 'train',
    step,
    steps: 25,
    loss,
    accuracy: 0.5,
    imagesPerSecond: 300,
    secondsLeft: 42,
    memoryBytes: 4e8,
  };
}

function replay(...events: RunEvent[]) {
  return events.reduce(reduceRun, emptyRun('mnist-classic'));
}

describe('a run', () => {
  it('waits until its first event', () => {
    expect(replay().status).toBe('waiting');
    expect(replay(started)).toMatchObject({
      status: 'running',
      trainSamples: 800,
      startedAt: 1000,
    });
  });

  it('keeps the epoch with the lowest validation loss', () => {
    const state = replay(started, epochEnded(1, 0.3, true), epochEnded(2, 0.4, false));
    expect(state.history).toHaveLength(2);
    expect(state.best?.epoch).toBe(1);
  });

  it('forgets the progress of an epoch when it has ended', () => {
    expect(replay(started, progress(3, 1)).progress?.step).toBe(3);
    expect(replay(started, progress(3, 1), epochEnded(1, 0.3, true)).progress).toBeUndefined();
  });

  it('keeps the trail of the loss within epochs to a bound', () => {
    const events = Array.from({ length: 700 }, (_, step) => progress(step, step));
    const { lossTrail } = replay(started, ...events);
    expect(lossTrail).toHaveLength(600);
    expect(lossTrail.at(-1)).toBe(699);
  });

  it('ends failed with its reason and the remedy', () => {
    const state = replay(started, {
      type: 'failed',
      at: 3000,
      run: 'mnist-classic',
      reason: 'the disk is full',
      remedy: 'make room',
    });
    expect(state).toMatchObject({ status: 'failed', reason: 'the disk is full: make room' });
    expect(isActive(state)).toBe(false);
  });
});

describe('an event', () => {
  it('carries a figure that is not a number through JSON', () => {
    const event = runEventSchema.parse(JSON.parse(JSON.stringify(progress(1, Number.NaN))));
    expect(event).toMatchObject({ type: 'progress', loss: Number.NaN });
  });
});
