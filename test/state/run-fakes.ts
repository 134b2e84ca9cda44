import type { RunEvent, RunEventOf } from '../../src/core/run/event.js';
import { defaultSettings } from '../../src/core/settings.js';
import type {
  ChangeRunParams,
  LoadProgress,
  ModelSummary,
  ResumedRun,
  RunSummary,
  StartRunParams,
} from '../../src/host/protocol.js';
import type { Host } from '../../src/state/host-connection.js';
import { HostConnection } from '../../src/state/host-connection.js';

export const params: StartRunParams = {
  source: 'mnist',
  settings: { ...defaultSettings, epochs: 20 },
};

const start = new Date(2025, 0, 1, 16, 4, 0).getTime();
/** Milliseconds since 1970, so many seconds into the run. */
export const at = (seconds: number) => start + seconds * 1000;

export const started: RunEventOf<'started'> = {
  type: 'started',
  at: at(0),
  run: 'mnist-classic',
  request: { source: 'mnist', name: 'mnist-classic', settings: params.settings },
  engine: 'native',
  trainSamples: 48_000,
  validationSamples: 12_000,
  perClass: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
};

export const epochStarted = (epoch: number): RunEvent => ({
  type: 'epoch-started',
  at: at(epoch * 10 - 10),
  epoch,
  steps: 1500,
  learningRate: 0.001,
});

export function progress(
  epoch: number,
  step: number,
  phase: 'train' | 'validation' = 'train',
): RunEvent {
  return {
    type: 'progress',
    at: at(epoch * 10 - 5),
    epoch,
    phase,
    step,
    steps: phase === 'train' ? 1500 : 24,
    loss: 0.05,
    accuracy: phase === 'train' ? 0.985 : 0.99,
    imagesPerSecond: 8913.4,
    secondsLeft: 102,
    memoryBytes: 451_936_256,
  };
}

export function epochEnded(epoch: number, validation: number): RunEvent {
  return {
    type: 'epoch-ended',
    at: at(epoch * 10),
    epoch,
    train: { loss: 0.08 / epoch, accuracy: 0.98 },
    validation: { loss: 1 - validation, accuracy: validation },
    validationPerClass: [1, 1, 0.99, 0.99, 0.98, 0.98, 0.99, 0.97, 0.96, 0.98],
    learningRate: 0.001,
    seconds: 10,
    imagesPerSecond: 8913,
    improved: true,
  };
}

export const completed: RunEvent = {
  type: 'completed',
  at: at(200),
  reason: 'early-stopping',
  run: 'mnist-classic',
  model: 'mnist-classic',
  epochs: 2,
  bestEpoch: 2,
  seconds: 200,
  train: { loss: 0.01, accuracy: 0.995 },
  validation: { loss: 0.0266, accuracy: 0.9934 },
  imagesPerSecond: 8913,
  peakMemoryBytes: 451_936_256,
};

/** A host whose answers the test gives. */
export class FakeHost {
  /** The runs of the workspace. */
  listed: RunSummary[] = [];
  /** Events that an attach is answered with. */
  events: RunEvent[] = [];
  /** What is thrown instead of starting a run. */
  refusal?: Error;
  readonly started: StartRunParams[] = [];
  readonly stopped: string[] = [];
  /** What was asked of runs besides, in words. */
  readonly acts: string[] = [];
  /** What is thrown instead of doing it. */
  actRefusal?: Error;
  resumed: ResumedRun = {};
  closed = false;
  #event: (run: string, event: RunEvent) => void = () => {};
  #loading: (run: string, progress: LoadProgress) => void = () => {};
  #onRunsChanged = () => {};
  #onClose = () => {};

  listModels = async (): Promise<ModelSummary[]> => [];
  listRuns = async () => this.listed;
  attachRun = async (_run: string) => ({ events: this.events });
  stopRun = async (run: string) => {
    this.stopped.push(run);
  };
  runs = {
    stopNow: async (run: string) => this.#ask(`stop ${run} now`),
    pause: async (run: string) => this.#ask(`pause ${run}`),
    resume: async (run: string) => {
      this.#ask(`resume ${run}`);
      return this.resumed;
    },
    change: async ({ run, ...settings }: ChangeRunParams) =>
      this.#ask(`change ${run} ${JSON.stringify(settings)}`),
  };
  startRun = async (asked: StartRunParams) => {
    this.started.push(asked);
    if (this.refusal) throw this.refusal;
    return { run: 'mnist-classic' };
  };
  onRun = ({ event, loading }: Parameters<Host['onRun']>[0]) => {
    this.#event = event;
    this.#loading = loading;
  };
  onModelsChanged = () => {};
  onRunsChanged = (handler: () => void) => {
    this.#onRunsChanged = handler;
  };
  onClose = (handler: () => void) => {
    this.#onClose = handler;
  };
  close = () => {
    this.closed = true;
  };

  tell(...events: RunEvent[]): void {
    this.tellOf('mnist-classic', ...events);
  }
  tellOf(run: string, ...events: RunEvent[]): void {
    for (const event of events) this.#event(run, event);
  }
  tellLoading(progress: LoadProgress): void {
    this.#loading('mnist-classic', progress);
  }
  tellRunsChanged(): void {
    this.#onRunsChanged();
  }
  die(): void {
    this.#onClose();
  }

  #ask(words: string): void {
    this.acts.push(words);
    if (this.actRefusal) throw this.actRefusal;
  }
}

/** A connection that finds these hosts one after the other; an error is a host that does not start. */
export function connectionOf(...hosts: (FakeHost | Error)[]): HostConnection {
  const left = [...hosts];
  return new HostConnection({
    connect: async () => {
      const next = left.shift();
      if (!(next instanceof FakeHost)) throw next ?? new Error('no host is left');
      return next as unknown as Host;
    },
    engineStatus: async () => ({
      engine: 'native',
      tensorflow: '2.15.1',
      node: '20.20.2',
      source: 'PyPI',
      location: '/library',
    }),
  });
}
