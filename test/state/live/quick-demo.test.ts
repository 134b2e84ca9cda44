import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nextReadable, QuickDemo } from '../../../src/state/live/quick-demo.js';
import { type FakeHost, read, startRecognition, unreadable } from '../recognition-fakes.js';

let host: FakeHost;
let quick: QuickDemo;
const shown = () => quick.recognition.store.getState().selected;
const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers();
  const started = startRecognition();
  host = started.host;
  quick = new QuickDemo(started.recognition);
});
afterEach(() => {
  quick.leave();
  vi.useRealTimers();
});

async function openWith(...pictures: Parameters<FakeHost['last']['tell']>[1][]): Promise<void> {
  quick.open(undefined);
  await wait(0);
  host.last.tell(pictures.length, ...pictures);
  host.last.answer();
  await wait(0.2);
}

const three = () => [read('/a', 1, 0.9), read('/b', 2, 0.9), read('/c', 3, 0.9)];

it('shows the sample digits one after the other, again and again', async () => {
  await openWith(...three());
  expect(host.last.params.paths).toEqual(['/samples']);
  const seen = [shown()];
  for (let turn = 0; turn < 3; turn += 1) {
    await wait(2);
    seen.push(shown());
  }
  expect(seen).toEqual([0, 1, 2, 0]);
});

it('passes over what cannot be read', async () => {
  await openWith(
    unreadable('/0', 'empty'),
    read('/a', 1, 0.9),
    unreadable('/x', 'bad'),
    read('/b', 2, 0.9),
  );
  expect(shown()).toBe(1);
  await wait(2);
  expect(shown()).toBe(3);
  await wait(2);
  expect(shown()).toBe(1);
});

it('stands while it is paused, and steps by hand', async () => {
  await openWith(...three());
  quick.togglePlay();
  await wait(60);
  expect(shown()).toBe(0);
  quick.step(-1);
  expect(shown()).toBe(2);
  quick.step(1);
  expect(shown()).toBe(0);
  quick.togglePlay();
  await wait(2);
  expect(shown()).toBe(1);
});

it('goes faster and slower, as far as there are paces', async () => {
  await openWith(...three());
  quick.changePace(1);
  await wait(1);
  expect(shown()).toBe(1);
  for (let step = 0; step < 9; step += 1) quick.changePace(-1);
  await wait(7.9);
  expect(shown()).toBe(1);
  await wait(0.2);
  expect(shown()).toBe(2);
});

it('waits at the last picture while others are still read', async () => {
  quick.open(undefined);
  await wait(0);
  host.last.tell(9, ...three().slice(0, 2));
  await wait(8);
  expect(shown()).toBe(1);
});

it('takes a folder instead, and begins again with it when it is opened anew', async () => {
  await openWith(...three());
  quick.read(['/mine']);
  await wait(0);
  expect(host.last.params.paths).toEqual(['/mine']);
  quick.leave();
  quick.open(undefined);
  await wait(0);
  expect(host.last.params.paths).toEqual(['/mine']);
  expect(host.predictions).toHaveLength(3);
});

it('reads again with another model', async () => {
  await openWith(...three());
  quick.leave();
  quick.open('other');
  await wait(0);
  expect(host.last.params.model).toBe('other');
});

it('stands where nothing can be read', async () => {
  await openWith(unreadable('/empty', 'empty holds no pictures'));
  await wait(20);
  expect(shown()).toBe(0);
});

it('finds the next readable picture around the ends', () => {
  const results = [unreadable('/0', ''), read('/1', 1, 1), unreadable('/2', ''), read('/3', 3, 1)];
  expect(nextReadable(results, 1, 1)).toBe(3);
  expect(nextReadable(results, 3, 1)).toBe(1);
  expect(nextReadable(results, 1, -1)).toBe(3);
  expect(nextReadable(results.slice(0, 1), 0, 1)).toBe(-1);
  expect(nextReadable([], 0, 1)).toBe(-1);
});
