import os from 'node:os';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the whole machine is busy with, whoever keeps it so. */
export interface SystemLoadState {
  /** Share of all cores that was busy, 0 to 1, two seconds each, the newest last; at most a minute. */
  busy: readonly number[];
  cores: number;
  /** Bytes. */
  memoryUsed: number;
  memoryTotal: number;
  /** Over one, five and fifteen minutes; undefined where the system has none. */
  loadAverage?: readonly number[];
}

/** Milliseconds of each core since the machine was started. */
export type CoreTimes = Pick<os.CpuInfo, 'times'>;

export interface MachineReading extends Omit<SystemLoadState, 'busy'> {
  /** Milliseconds since 1970. */
  at: number;
  times: readonly CoreTimes[];
}

/** Milliseconds between two readings. */
const interval = 2000;
const kept = 30;

/** Reads the machine while somebody looks, and not otherwise. */
export class SystemLoad {
  readonly store: StoreApi<SystemLoadState>;
  readonly #read: () => MachineReading;
  #last?: MachineReading;
  #timer?: NodeJS.Timeout;
  #watchers = 0;

  constructor(read: () => MachineReading = readMachine) {
    this.#read = read;
    this.store = createStore<SystemLoadState>(() => ({
      busy: [],
      cores: 0,
      memoryUsed: Number.NaN,
      memoryTotal: Number.NaN,
    }));
  }

  /** @returns what ends the watching */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) {
      this.#sample();
      this.#timer = setInterval(() => this.#sample(), interval);
    }
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) clearInterval(this.#timer);
    };
  }

  #sample(): void {
    const reading = this.#read();
    const since = this.#last;
    const intervals = since ? Math.round((reading.at - since.at) / interval) : 0;
    // Too soon to tell anything: who comes right back goes on from the reading before.
    if (since && intervals < 1) return;
    this.#last = reading;
    const { times, at: _, ...figures } = reading;
    const { busy } = this.store.getState();
    this.store.setState({
      ...figures,
      busy: since ? extended(busy, busyShare(since.times, times), intervals) : busy,
    });
  }
}

/** One for the process: there is one machine. */
export const systemLoad = new SystemLoad();

/** What happened while nobody looked is known by its mean alone, which then stands for each interval of it. */
function extended(busy: readonly number[], share: number, intervals: number): readonly number[] {
  const added = Array<number>(Math.min(kept, intervals)).fill(share);
  return [...busy, ...added].slice(-kept);
}

/** The share of all cores that was busy between two readings, 0 to 1; NaN where no time has passed. */
export function busyShare(before: readonly CoreTimes[], after: readonly CoreTimes[]): number {
  const idle = idleTime(after) - idleTime(before);
  const total = wholeTime(after) - wholeTime(before);
  return total > 0 ? Math.min(1, Math.max(0, 1 - idle / total)) : Number.NaN;
}

function idleTime(cores: readonly CoreTimes[]): number {
  return cores.reduce((sum, { times }) => sum + times.idle, 0);
}

function wholeTime(cores: readonly CoreTimes[]): number {
  return cores.reduce(
    (sum, { times }) => sum + times.user + times.nice + times.sys + times.idle + times.irq,
    0,
  );
}

function readMachine(): MachineReading {
  const times = os.cpus();
  const memoryTotal = os.totalmem();
  return {
    at: Date.now(),
    times,
    cores: times.length,
    memoryTotal,
    memoryUsed: memoryTotal - os.freemem(),
    // Windows has none and says 0.
    loadAverage: process.platform === 'win32' ? undefined : os.loadavg(),
  };
}
