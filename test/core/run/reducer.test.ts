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

  it('knows who paused it and why, until it goes on', () => {
    const paused = replay(started, { type: 'paused', at: 5, epoch: 1, reason: 'no room' });
    expect(paused).toMatchObject({ status: 'paused', reason: 'no room' });
    const resumed = reduceRun(paused, { type: 'resumed', at: 6, epoch: 1, by: 'app on pts/3' });
    expect(resumed).toMatchObject({ status: 'running', reason: undefined });
    expect(resumed.marks).toEqual([
      { at: 5, epoch: 1, by: undefined, kind: 'paused', reason: 'no room' },
      { at: 6, epoch: 1, by: 'app on pts/3', kind: 'resumed', from: undefined },
    ]);
  });

  it('has not seen what came after the state that it goes on from', () => {
    const state = replay(
      started,
      epochEnded(1, 0.5, true),
      { type: 'state-saved', at: 9, epoch: 1, step: 0 },
      epochEnded(2, 0.3, true),
      { type: 'failed', at: 10, run: 'mnist-classic', reason: 'no memory', remedy: 'less' },
      { type: 'resumed', at: 11, epoch: 2, from: { epoch: 1, step: 0 } },
    );
    expect(state).toMatchObject({ status: 'running', epoch: 2, saved: { epoch: 1, step: 0 } });
    expect(state.history.map(({ epoch }) => epoch)).toEqual([1]);
    expect(state.best?.epoch).toBe(1);
  });

  it('takes on settings that are changed while it runs', () => {
    const state = replay(started, {
      type: 'settings-changed',
      at: 5,
      epoch: 3,
      by: 'a command',
      learningRate: { from: 0.001, to: 0.0005 },
      epochs: { from: 50, to: 60 },
    });
    expect(state.learningRate).toBe(0.0005);
    expect(state.request?.settings.epochs).toBe(60);
    expect(state.marks.map(({ kind }) => kind)).toEqual(['learning-rate', 'epochs']);
  });
});
