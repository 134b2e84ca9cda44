import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import type { RunEvent } from '../../src/core/run/event.js';
import { RunStore } from '../../src/state/run-store.js';
import { at, connectionOf, epochStarted, FakeHost, params, started } from './run-fakes.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const paused: RunEvent = { type: 'paused', at: at(1), epoch: 1 };
const theirs: RunEvent = { ...paused, by: 'digitscope on pts/2' };

async function running() {
  const host = new FakeHost();
  const runs = new RunStore(connectionOf(host));
  await runs.start(params);
  await tell(host, started, epochStarted(1));
  return { host, runs, control: runs.control, state: () => runs.store.getState() };
}

async function tell(host: FakeHost, ...events: RunEvent[]) {
  host.tell(...events);
  await vi.advanceTimersByTimeAsync(100);
}

it('asks for what a person wants, by the name of the run', async () => {
  const { host, control } = await running();
  await control.pause();
  await control.resume('mnist-classic');
  await control.change({ learningRate: 0.0005 });
  await control.stop('now');
  await control.stop('save');
  expect(host.acts).toEqual([
    'pause mnist-classic',
    'resume mnist-classic',
    'change mnist-classic {"learningRate":0.0005}',
    'stop mnist-classic now',
  ]);
  expect(host.stopped).toEqual(['mnist-classic']);
});

it('says what it waits for until that is done', async () => {
  const { control, state } = await running();
  const pausing = control.pause();
  expect(state().pending).toBe('pause');
  await pausing;
  expect(state().pending).toBeUndefined();
});

it('waits for a run that had ended until it goes on, which may take a while', async () => {
  const { host, control, state } = await running();
  const failed = { type: 'failed', at: at(9), run: 'mnist-classic', reason: 'no', remedy: 'x' };
  const ended = [started, epochStarted(1), failed as RunEvent];
  await tell(host, failed as RunEvent);
  host.events = ended;
  await control.resume('mnist-classic');
  expect(state().pending).toBe('resume');
  await tell(host, { type: 'resumed', at: at(12), epoch: 1, from: { epoch: 0, step: 0 } });
  expect(state().pending).toBeUndefined();
  expect(state().view?.run.status).toBe('running');
  expect(state().told?.event.type).toBe('failed');
});

it('waits no more for a host that has gone', async () => {
  const { host, control, state } = await running();
  const failed = { type: 'failed', at: at(9), run: 'mnist-classic', reason: 'no', remedy: 'x' };
  await tell(host, failed as RunEvent);
  host.events = [started, failed as RunEvent];
  await control.resume('mnist-classic');
  host.die();
  expect(state().pending).toBeUndefined();
});

it('asks nothing of a run that has no name yet, or none at all', async () => {
  const host = new FakeHost();
  const runs = new RunStore(connectionOf(host));
  await runs.control.pause();
  const starting = runs.start(params);
  await runs.control.stop();
  await starting;
  expect([host.acts, host.stopped]).toEqual([[], []]);
});

it('says why it could not be done', async () => {
  const { host, control, state } = await running();
  host.actRefusal = new Problem('the run has ended', { remedy: 'resume it' });
  await control.pause();
  expect(state()).toMatchObject({ problem: 'the run has ended: resume it', pending: undefined });
});

describe('what is told', () => {
  it('is what others do', async () => {
    const { host, state } = await running();
    await tell(host, theirs);
    expect(state().told).toEqual({ run: 'mnist-classic', event: theirs });
  });

  it('is not what was asked for here', async () => {
    const { host, control, state } = await running();
    await control.pause();
    await tell(host, paused);
    expect(state().view?.run.status).toBe('paused');
    expect(state().told).toBeUndefined();
    await tell(host, theirs);
    expect(state().told?.event).toBe(theirs);
  });

  it('is what others do after something was refused here', async () => {
    const { host, control, state } = await running();
    host.actRefusal = new Error('no');
    await control.pause();
    await tell(host, theirs);
    expect(state().told?.event).toBe(theirs);
  });
});
