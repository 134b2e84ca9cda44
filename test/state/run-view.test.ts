import { expect, it } from 'vitest';
import { emptyView, isUnderWay, viewEvents, viewLoading } from '../../src/state/run-view.js';
import { at, completed, epochEnded, epochStarted, params, progress, started } from './run-fakes.js';

const waiting = emptyView('mnist-classic', params);

it('is under way from the moment it is asked for until it has ended', () => {
  const running = viewEvents(waiting, [started]);
  expect([undefined, waiting, running].map(isUnderWay)).toEqual([false, true, true]);
  expect(isUnderWay(viewEvents(running, [completed]))).toBe(false);
});

it('logs what a person wants to read, and no more than two hundred of it', () => {
  const events = [started, epochStarted(1), progress(1, 1), epochEnded(1, 0.98)];
  expect(viewEvents(waiting, events).log.map(({ type }) => type)).toEqual([
    'started',
    'epoch-ended',
  ]);
  const many = Array.from({ length: 300 }, (_, index) => epochEnded(index + 1, 0.9));
  const { log } = viewEvents(waiting, many);
  expect(log).toHaveLength(200);
  expect(log.at(-1)).toMatchObject({ epoch: 300 });
});

it('keeps the figures of training apart from those of validation', () => {
  const validating = viewEvents(waiting, [
    progress(1, 1500),
    { ...progress(1, 12, 'validation'), imagesPerSecond: 30_000 } as ReturnType<typeof progress>,
  ]);
  expect(validating.train).toEqual({ loss: 0.05, accuracy: 0.985 });
  expect(validating.imagesPerSecond).toBe(8913.4);
  expect(validating.latest?.phase).toBe('validation');
});

it('knows since when its data is loaded', () => {
  const once = viewLoading(waiting, { done: 1, total: 10 }, at(1));
  expect(viewLoading(once, { done: 5, total: 10 }, at(3)).loading).toEqual({
    done: 5,
    total: 10,
    since: at(1),
    at: at(3),
  });
});
