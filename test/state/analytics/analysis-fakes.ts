import { evaluatePredictions } from '../../../src/core/metrics.js';
import type {
  EpochScoresProgress,
  ScoreAnswer,
  ScoreParams,
  ScoreProgress,
  TracePoint,
} from '../../../src/host/protocol.js';
import type { Host } from '../../../src/state/host-connection.js';
import { HostConnection } from '../../../src/state/host-connection.js';

interface Options<Progress> {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** A request that waits for the test. */
export interface Pending<Params, Progress, Answer> {
  params: Params;
  signal?: AbortSignal;
  tell: (progress: Progress) => void;
  answer: (answer: Answer) => void;
  fail: (error: Error) => void;
}

/** Ten probabilities: `digit` is answered with that confidence. */
export function sure(digit: number, confidence = 1): number[] {
  return Array.from({ length: 10 }, (_, each) =>
    each === digit ? confidence : (1 - confidence) / 9,
  );
}

/** Labels, and the digits that are answered to them, as the host packs them. */
export function scoreAnswer(
  labels: readonly number[],
  answers: readonly (number | number[])[],
  { analysis = 'set-1', ...facts }: Partial<ScoreAnswer> = {},
): ScoreAnswer {
  const rows = answers.map((answer) => (typeof answer === 'number' ? sure(answer) : answer));
  return {
    analysis,
    name: 'made',
    source: 'mnist',
    part: 'validation',
    count: labels.length,
    labels: Buffer.from(labels).toString('base64'),
    probabilities: Buffer.from(Float32Array.from(rows.flat()).buffer).toString('base64'),
    hasFiles: false,
    skipped: 0,
    imagesPerSecond: 1000,
    ...facts,
  };
}

/** What an epoch comes to that answers these digits. */
export function epochScore(epoch: number, labels: readonly number[], answers: readonly number[]) {
  const rows = Float32Array.from(answers.flatMap((answer) => sure(answer)));
  return { epoch, ...evaluatePredictions(Uint8Array.from(labels), rows) };
}

/** A host whose answers about weights the test gives by hand. */
export class FakeAnalyst {
  kept: number[] | Error = [];
  readonly scores: Pending<ScoreParams, ScoreProgress, ScoreAnswer>[] = [];
  readonly traces: Pending<
    { run: string; pixels: string },
    { total: number; point: TracePoint },
    { points: TracePoint[] }
  >[] = [];
  readonly epochScores: Pending<
    { run: string },
    EpochScoresProgress,
    { epochs: ReturnType<typeof epochScore>[] }
  >[] = [];
  readonly asked: number[][] = [];
  samplesProblem?: Error;

  readonly analysis = {
    keptEpochs: async () => {
      if (this.kept instanceof Error) throw this.kept;
      return { epochs: this.kept };
    },
    score: waiting(this.scores),
    trace: waiting(this.traces),
    epochScores: waiting(this.epochScores),
    samples: async ({ indices }: { indices: number[] }) => {
      this.asked.push(indices);
      if (this.samplesProblem) throw this.samplesProblem;
      return {
        samples: indices.map((index) => ({
          index,
          label: index % 10,
          pixels: Buffer.alloc(784, index).toString('base64'),
        })),
      };
    },
  };
  /** What `predict` tells. */
  predicted: { total: number; results: unknown[] } = { total: 0, results: [] };
  predict = async (_: unknown, { onProgress }: Options<unknown>) => {
    onProgress?.(this.predicted);
  };
  models: Awaited<ReturnType<Host['listModels']>> = [];
  runs: Awaited<ReturnType<Host['listRuns']>> = [];
  listModels = async () => this.models;
  listRuns = async () => this.runs;
  attachRun = async () => ({ events: [] });
  onRun = () => {};
  onRunsChanged = () => {};
  onModelsChanged = () => {};
  onClose = () => {};
  close = () => {};

  connection(): HostConnection {
    return new HostConnection({
      connect: async () => this as unknown as Host,
      engineStatus: async () => ({}) as never,
    });
  }
}

export function last<T>(list: readonly T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new Error('nothing was asked');
  return item;
}

/** Lets what is already answered arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

function waiting<Params, Progress, Answer>(list: Pending<Params, Progress, Answer>[]) {
  return (params: Params, { signal, onProgress }: Options<Progress> = {}) =>
    new Promise<Answer>((answer, fail) => {
      list.push({ params, signal, tell: (progress) => onProgress?.(progress), answer, fail });
    });
}
