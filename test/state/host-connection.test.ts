import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import { connectionOf, FakeHost } from './run-fakes.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

it('knows models, runs and engine once it is open', async () => {
  const connection = connectionOf(new FakeHost());
  expect(connection.store.getState()).toEqual({ status: 'connecting' });
  connection.open();
  await settle();
  expect(connection.store.getState()).toMatchObject({
    status: 'ready',
    models: [],
    runs: [],
    engine: { engine: 'native' },
  });
});

it('gives everybody the same client', async () => {
  const host = new FakeHost();
  const connection = connectionOf(host);
  expect(await Promise.all([connection.client(), connection.client()])).toEqual([host, host]);
});

it('says why the host is lost, comes back by itself and tells who listens', async () => {
  const [first, second] = [new FakeHost(), new FakeHost()];
  const connection = connectionOf(first, second);
  const met: unknown[] = [];
  connection.onConnected((host) => met.push(host));
  connection.onLost(() => met.push('lost'));
  connection.open();
  await settle();
  first.die();
  expect(connection.store.getState()).toMatchObject({
    status: 'lost',
    problem: 'the host has ended unexpectedly: it is started again',
  });
  expect(first.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(connection.store.getState().status).toBe('ready');
  expect(connection.store.getState().problem).toBeUndefined();
  expect(met).toEqual([first, 'lost', second]);
});

it('tries again, later each time, when the host does not start', async () => {
  const refusal = new Problem('the host did not start', { remedy: 'see its log' });
  const connection = connectionOf(refusal, refusal, new FakeHost());
  connection.open();
  await settle();
  expect(connection.store.getState().problem).toBe('the host did not start: see its log');
  await vi.advanceTimersByTimeAsync(500);
  expect(connection.store.getState().status).toBe('lost');
  await vi.advanceTimersByTimeAsync(1999);
  expect(connection.store.getState().status).toBe('lost');
  await vi.advanceTimersByTimeAsync(1);
  expect(connection.store.getState().status).toBe('ready');
});

it('leaves no host connected and tries no more once it is closed', async () => {
  const [first, second] = [new FakeHost(), new FakeHost()];
  const connection = connectionOf(first, second);
  connection.open();
  await settle();
  connection.close();
  first.die();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(first.closed).toBe(true);
  expect(connection.store.getState().status).toBe('ready');
  expect(vi.getTimerCount()).toBe(0);
});
