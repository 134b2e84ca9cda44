import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import type { RunEvent } from '../../src/core/run/event.js';
import type { RunSummary } from '../../src/host/protocol.js';
import { RunStore } from '../../src/state/run-store.js';
import {
  at,
  completed,
  connectionOf,
  epochEnded,
  epochStarted,
  FakeHost,
  params,
  progress,
  started,
} from './run-fakes.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const summary = (status: RunSummary['status']): RunSummary => ({
  id: 'mnist-classic',
  status,
  epoch: 1,
  validationTrail: [],
});

async function open(host = new FakeHost(), ...later: FakeHost[]) {
  const connection = connectionOf(host, ...later);
  const runs = new RunStore(connection);
  connection.open();
  await settle();
  return { host, runs, connection, state: () => runs.store.getState() };
}

async function running() {
  const opened = await open();
  await opened.runs.start(params);
  opened.host.tell(started, epochStarted(1));
  await vi.advanceTimersByTimeAsync(100);
  return opened;
}

describe('a run that is started here', () => {
  it('has its settings before the host has said anything of it', async () => {
    const { runs, state, host } = await open();
    const starting = runs.start(params);
    expect(state()).toMatchObject({ pending: 'start', view: { asked: params } });
    await starting;
    expect(host.started).toEqual([params]);
    expect(state().pending).toBeUndefined();
    expect(state().view?.run).toMatchObject({ id: 'mnist-classic', status: 'waiting' });
  });

  it('is drawn at most ten times a second, and loses no event', async () => {
    const { host, runs, state } = await running();
    let updates = 0;
    runs.store.subscribe(() => {
      updates += 1;
    });
    for (let step = 1; step <= 200; step += 1) {
      host.tell(progress(1, step));
      await vi.advanceTimersByTimeAsync(5);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(updates).toBe(10);
    expect(state().view?.run.lossTrail).toHaveLength(200);
    expect(state().view?.latest?.step).toBe(200);
  });

  it('tells how far its data is loaded', async () => {
    const { host, runs, state } = await open();
    await runs.start(params);
    host.tellLoading({ done: 100, total: 400 });
    await vi.advanceTimersByTimeAsync(100);
    expect(state().view?.loading).toMatchObject({ done: 100, total: 400 });
    host.tell(started);
    await vi.advanceTimersByTimeAsync(100);
    expect(state().view?.loading).toBeUndefined();
  });

  it('marks what an epoch has changed for a second', async () => {
    const { host, state } = await running();
    host.tell(epochEnded(1, 0.98));
    await vi.advanceTimersByTimeAsync(100);
    expect(state().fresh).toBe('epoch');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().fresh).toBe('nothing');
  });

  it('keeps its last figures between two epochs', async () => {
    const { host, state } = await running();
    host.tell(progress(1, 1500), progress(1, 24, 'validation'), epochEnded(1, 0.98));
    await vi.advanceTimersByTimeAsync(100);
    expect(state().view?.run.progress).toBeUndefined();
    expect(state().view?.latest).toMatchObject({ phase: 'validation', step: 24 });
    expect(state().view?.train).toEqual({ loss: 0.08, accuracy: 0.98 });
  });

  it('reads models and runs again when it has ended, and can then be put away', async () => {
    const { host, runs, connection, state } = await running();
    runs.dismiss();
    expect(state().view).toBeDefined();
    host.listed = [summary('completed')];
    host.tell(completed);
    host.tellRunsChanged();
    await vi.advanceTimersByTimeAsync(100);
    expect(connection.store.getState().runs).toEqual([summary('completed')]);
    runs.dismiss();
    expect(state().view).toBeUndefined();
  });

  it('fails with a reason and a remedy when its host ends', async () => {
    const { host, runs, state } = await running();
    host.die();
    expect(runs.isUnderWay).toBe(false);
    expect(state().view?.run.reason).toBe(
      'the host ended during the run: start it again, nothing of it was saved',
    );
  });

  it('hears nothing of other runs', async () => {
    const { host, state } = await running();
    host.tellOf('another', epochEnded(1, 0.5));
    await vi.advanceTimersByTimeAsync(100);
    expect(state().view?.run.history).toEqual([]);
  });
});

it('says why the host refuses a run, and shows the one that is under way instead', async () => {
  const host = new FakeHost();
  const { runs, state } = await open(host);
  host.refusal = new Problem('run mnist-classic is under way', { remedy: 'stop it first' });
  await runs.start(params);
  expect(state().problem).toBe('run mnist-classic is under way: stop it first');
  host.listed = [summary('running')];
  host.events = [started, epochStarted(1)];
  await runs.start(params);
  await settle();
  expect(state().view?.run).toMatchObject({ id: 'mnist-classic', status: 'running', epoch: 1 });
});

describe('a run that is under way when the app opens', () => {
  it('is shown from its first event on', async () => {
    const host = new FakeHost();
    host.listed = [summary('running')];
    host.events = [started, epochStarted(1), progress(1, 3)];
    const { state } = await open(host);
    expect(state().view?.run).toMatchObject({ status: 'running', trainSamples: 48_000 });
    expect(state().view?.log).toEqual([started]);
  });

  it('hears what happens while its past is on the way, in order', async () => {
    const host = new FakeHost();
    host.listed = [summary('running')];
    host.attachRun = async () => {
      host.tell(epochEnded(1, 0.98));
      return { events: [started, epochStarted(1)] };
    };
    const { state } = await open(host);
    expect(state().view?.log.map(({ type }) => type)).toEqual(['started', 'epoch-ended']);
  });

  it('is not looked for among runs that have ended', async () => {
    const host = new FakeHost();
    host.listed = [summary('completed'), summary('failed')];
    const { state } = await open(host);
    expect(state().view).toBeUndefined();
  });
});

describe('a run that its host died in', () => {
  const saved: RunEvent = { type: 'state-saved', at: at(10), epoch: 1, step: 0 };

  it('keeps its curve, and goes on where it was saved', async () => {
    const later = new FakeHost();
    const { host, runs, state } = await open(new FakeHost(), later);
    await runs.start(params);
    host.tell(started, epochEnded(1, 0.98), saved, epochStarted(2));
    await vi.advanceTimersByTimeAsync(100);
    host.die();
    expect(state().view?.run).toMatchObject({
      status: 'failed',
      reason: 'the host ended during the run: R resumes it from what was saved',
    });
    expect(state().view?.run.history).toHaveLength(1);

    const resumed: RunEvent = {
      type: 'resumed',
      at: at(99),
      epoch: 2,
      from: { epoch: 1, step: 0 },
    };
    later.events = [started, epochEnded(1, 0.98), saved, epochStarted(2), resumed];
    await vi.advanceTimersByTimeAsync(500);
    await runs.control.resume('mnist-classic');
    expect(later.acts).toEqual(['resume mnist-classic']);
    later.tell(epochStarted(2), epochEnded(2, 0.99));
    await vi.advanceTimersByTimeAsync(100);
    expect(state().view?.run).toMatchObject({ status: 'running', epoch: 2 });
    expect(state().view?.run.history.map(({ epoch }) => epoch)).toEqual([1, 2]);
    // The time that nobody had the run is no time of work.
    expect(state().view?.seconds).toBeLessThan(30);
  });

  it('is followed again when another client resumes it', async () => {
    const later = new FakeHost();
    const { host, runs, state } = await open(new FakeHost(), later);
    await runs.start(params);
    host.tell(started, epochStarted(1));
    await vi.advanceTimersByTimeAsync(100);
    host.die();
    await vi.advanceTimersByTimeAsync(500);
    later.listed = [summary('running')];
    later.events = [started, epochStarted(1), progress(1, 7)];
    later.tellRunsChanged();
    await settle();
    expect(state().view?.run).toMatchObject({ status: 'running', progress: { step: 7 } });
  });
});

describe('what Training shows', () => {
  it('is the run, until one detaches, and again when one comes back', async () => {
    const { runs, state } = await running();
    runs.open();
    expect(runs.isShown).toBe(true);
    runs.showSettings();
    expect([runs.isShown, runs.isUnderWay]).toEqual([false, true]);
    runs.leave();
    expect(state().front).toBe('run');
  });

  it('stays the settings that are filled in when a run begins elsewhere', async () => {
    const { host, runs, state } = await open();
    runs.open();
    host.listed = [summary('running')];
    host.events = [started, epochStarted(1)];
    host.tellRunsChanged();
    await settle();
    expect(state()).toMatchObject({
      front: 'settings',
      view: { run: { id: 'mnist-classic' } },
      told: { run: 'mnist-classic', event: { type: 'begun' } },
    });
  });

  it('is not one that waits for its turn', async () => {
    const { host, state } = await open();
    host.listed = [{ ...summary('waiting'), queued: 1 }];
    host.tellRunsChanged();
    await settle();
    expect(state().view).toBeUndefined();
  });

  it('is the next of the queue as soon as one has ended, though its end was not shown yet', async () => {
    const { host, state } = await running();
    host.listed = [{ ...summary('running'), id: 'next' }];
    host.events = [{ ...started, run: 'next' }];
    host.tell(completed);
    host.tellRunsChanged();
    await settle();
    expect(state().view?.run.id).toBe('next');
  });

  it('tells no event twice that came before the others', async () => {
    const host = new FakeHost();
    host.listed = [summary('running')];
    host.attachRun = async () => {
      host.tell(epochEnded(1, 0.98));
      return { events: [started, epochStarted(1), epochEnded(1, 0.98)] };
    };
    const { state } = await open(host);
    expect(state().view?.run.history).toHaveLength(1);
  });
});

describe('a run that another client starts while the app is open', () => {
  it('is found and followed, and its events are told once', async () => {
    const { host, connection, state } = await open();
    expect(state().view).toBeUndefined();
    host.listed = [summary('running')];
    host.events = [started, epochStarted(1), epochEnded(1, 0.9)];
    host.tellRunsChanged();
    host.tellRunsChanged();
    await settle();
    host.tell(epochStarted(2), epochEnded(2, 0.95));
    await vi.advanceTimersByTimeAsync(100);
    expect(state().view?.run).toMatchObject({ id: 'mnist-classic', epoch: 2 });
    expect(state().view?.run.history.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(connection.store.getState().runs).toEqual([summary('running')]);
  });

  it('takes the place of one that has ended here', async () => {
    const { host, state } = await running();
    host.tell(completed);
    await vi.advanceTimersByTimeAsync(100);
    host.listed = [{ ...summary('running'), id: 'another' }, summary('completed')];
    host.events = [{ ...started, run: 'another' }];
    host.tellRunsChanged();
    await settle();
    expect(state().view?.run).toMatchObject({ id: 'another', status: 'running' });
  });
});
