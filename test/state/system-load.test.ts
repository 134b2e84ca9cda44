import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  busyShare,
  type CoreTimes,
  type MachineReading,
  SystemLoad,
} from '../../src/state/system-load.js';

const core = (busy: number, idle: number): CoreTimes => ({
  times: { user: busy, nice: 0, sys: 0, irq: 0, idle },
});

describe('the share of the cores that was busy', () => {
  it.each([
    ['none', [core(5, 10), core(5, 10)], [core(5, 20), core(5, 20)], 0],
    ['one of two', [core(0, 0), core(0, 0)], [core(10, 0), core(0, 10)], 0.5],
    ['all', [core(0, 7)], [core(30, 7)], 1],
    // A core that is switched off takes its time along: never less than nothing.
    ['fewer cores than before', [core(5, 5), core(0, 100)], [core(10, 5)], Number.NaN],
    ['no time between them', [core(1, 1)], [core(1, 1)], Number.NaN],
    ['no core at all', [], [], Number.NaN],
  ])('%s', (_, before, after, share) => {
    expect(busyShare(before, after)).toBe(share);
  });

  it('counts every kind of work', () => {
    const times = { user: 10, nice: 20, sys: 30, irq: 15, idle: 25 };
    expect(busyShare([core(0, 0)], [{ times }])).toBe(0.75);
  });
});

describe('the load of the machine', () => {
  const start = Date.UTC(2025, 0, 1);
  let busy: number;
  let readings: number;
  let load: SystemLoad;

  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    busy = 0;
    readings = 0;
    load = new SystemLoad((): MachineReading => {
      readings += 1;
      return {
        at: Date.now(),
        times: [core(busy, Date.now() - start - busy)],
        cores: 1,
        memoryUsed: 3,
        memoryTotal: 4,
      };
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const state = () => load.store.getState();

  it('is not read while nobody looks', () => {
    vi.advanceTimersByTime(60_000);
    expect(readings).toBe(0);
    load.watch()();
    vi.advanceTimersByTime(60_000);
    expect(readings).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is read every two seconds, however many look, with one update of the store each time', () => {
    const updates = vi.fn();
    load.store.subscribe(updates);
    const ends = [load.watch(), load.watch()];
    vi.advanceTimersByTime(6000);
    expect(readings).toBe(4);
    expect(updates).toHaveBeenCalledTimes(4);
    ends[0]();
    vi.advanceTimersByTime(2000);
    expect(readings).toBe(5);
    ends[1]();
  });

  it('tells memory at once and the processor from the second reading on', () => {
    const end = load.watch();
    expect(state()).toMatchObject({ memoryUsed: 3, memoryTotal: 4, busy: [] });
    busy = 500;
    vi.advanceTimersByTime(2000);
    expect(state().busy).toEqual([0.25]);
    end();
  });

  it('keeps a minute', () => {
    const end = load.watch();
    vi.advanceTimersByTime(90_000);
    expect(state().busy).toHaveLength(30);
    end();
  });

  it('knows of the time that nobody looked its mean', () => {
    load.watch()();
    vi.advanceTimersByTime(8000);
    busy = 4000;
    load.watch()();
    expect(state().busy).toEqual([0.5, 0.5, 0.5, 0.5]);
    vi.advanceTimersByTime(3_600_000);
    load.watch()();
    expect(state().busy).toEqual(Array(30).fill(0));
  });

  it('goes on from the reading before when one comes right back', () => {
    load.watch()();
    vi.advanceTimersByTime(100);
    busy = 525;
    const end = load.watch();
    expect(state().busy).toEqual([]);
    vi.advanceTimersByTime(2000);
    expect(state().busy).toEqual([0.25]);
    end();
  });
});

it('reads the real machine', () => {
  const load = new SystemLoad();
  load.watch()();
  const { cores, memoryUsed, memoryTotal } = load.store.getState();
  expect(cores).toBeGreaterThan(0);
  expect(memoryUsed).toBeGreaterThan(0);
  expect(memoryUsed).toBeLessThan(memoryTotal);
});
