import { tmpdir } from 'node:os';
import { vi } from 'vitest';
import type * as protocol from '../../../src/host/protocol.js';
import { Workspace } from '../../../src/host/workspace.js';
import { Analytics } from '../../../src/state/analytics/analytics-store.js';
import { Scores } from '../../../src/state/analytics/scores.js';
import { FileBrowser } from '../../../src/state/file-browser-store.js';
import { previewsOf } from '../../../src/state/recognition-previews.js';
import { TrainingForm } from '../../../src/state/training-form-store.js';
import { modelSummary } from '../recognition-fakes.js';
import { connectionOf, FakeHost } from '../run-fakes.js';

/** A label, the answer and its confidence. */
export type FakeAnswer = readonly [label: number, digit: number, confidence: number];

/** Two mistakes that are alike, one other, and right answers of three digits. */
export const someAnswers: readonly FakeAnswer[] = [
  [4, 4, 0.99],
  [4, 9, 0.7],
  [4, 9, 0.95],
  [7, 7, 0.97],
  [7, 1, 0.6],
  [9, 9, 0.8],
];

export function scoreAnswer(
  answers: readonly FakeAnswer[],
  facts: Partial<protocol.ScoreAnswer> = {},
): protocol.ScoreAnswer {
  const probabilities = Buffer.alloc(answers.length * 40);
  answers.forEach(([, digit, confidence], index) => {
    for (let each = 0; each < 10; each += 1) {
      const value = each === digit ? confidence : (1 - confidence) / 9;
      probabilities.writeFloatLE(value, (index * 10 + each) * 4);
    }
  });
  return {
    analysis: 'samples-1',
    name: 'mine',
    source: 'mnist',
    part: 'validation',
    count: answers.length,
    labels: Buffer.from(answers.map(([label]) => label)).toString('base64'),
    probabilities: probabilities.toString('base64'),
    hasFiles: true,
    skipped: 0,
    imagesPerSecond: 8000,
    ...facts,
  };
}

/** A picture with one bright row, told apart by which. */
function pixels(row: number): string {
  const image = Buffer.alloc(784);
  image.fill(255, (row % 28) * 28, (row % 28) * 28 + 28);
  return image.toString('base64');
}

export function explainAnswer(): protocol.ExplainAnswer {
  const kept = Buffer.alloc(784 * 4);
  for (let index = 0; index < 784; index += 1) kept.writeFloatLE(0.7, index * 4);
  kept.writeFloatLE(0.1, 0);
  const digits = Buffer.alloc(784, 9);
  digits.fill(4, 100, 104);
  return {
    probabilities: [0, 0, 0, 0, 0.2, 0, 0, 0.1, 0, 0.7],
    occlusion: { patch: 7, kept: kept.toString('base64'), digits: digits.toString('base64') },
    layers: [
      {
        name: 'conv1',
        width: 2,
        height: 1,
        channels: 3,
        values: Buffer.from([255, 10, 0, 51, 20, 0]).toString('base64'),
        largest: 2,
      },
    ],
  };
}

/** A scoring that waits for the test to answer it. */
interface PendingScore {
  params: Omit<protocol.ScoreParams, 'progress'>;
  signal: AbortSignal | undefined;
  tell: (progress: protocol.ScoreProgress) => void;
  answer: (answer: protocol.ScoreAnswer) => void;
  fail: (error: Error) => void;
}

/** A host that is asked about weights; the test answers the scorings by hand. */
export class FakeAnalysisHost extends FakeHost {
  readonly scorings: PendingScore[] = [];
  readonly asked: protocol.SamplesParams[] = [];
  /** What is thrown instead of samples. */
  samplesRefusal?: Error;
  previewRefusal?: Error;

  get last(): PendingScore {
    const last = this.scorings.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }

  override listModels = async () => [modelSummary('mine', { preferred: true })] as never;

  preview = async ({ file }: { file: string }) => {
    if (this.previewRefusal) throw this.previewRefusal;
    return { png: Buffer.from(file).toString('base64'), width: 28, height: 28 };
  };

  readonly analysis = {
    score: (
      params: PendingScore['params'],
      {
        signal,
        onProgress,
      }: { signal?: AbortSignal; onProgress?: (progress: protocol.ScoreProgress) => void } = {},
    ) =>
      new Promise<protocol.ScoreAnswer>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('cancelled')));
        const tell = (progress: protocol.ScoreProgress) => onProgress?.(progress);
        this.scorings.push({ params, signal, tell, answer: resolve, fail: reject });
      }),
    samples: async (params: protocol.SamplesParams) => {
      this.asked.push(params);
      if (this.samplesRefusal) throw this.samplesRefusal;
      return {
        samples: params.indices.map((index) => ({
          index,
          label: 4,
          pixels: pixels(index),
          file: `/digits/4/${index}.jpg`,
        })),
      };
    },
    nearest: async () => ({
      source: 'mnist',
      searched: 48_000,
      neighbours: [
        { index: 5, label: 4, pixels: pixels(5), distance: 3.25 },
        { index: 8, label: 9, pixels: pixels(8), distance: 4.5 },
      ],
    }),
    explain: async () => explainAnswer(),
  };
}

/** The stores of Analytics on a fake host, as the session makes them. */
export async function startScores(...further: FakeAnalysisHost[]) {
  const host = new FakeAnalysisHost();
  const connection = connectionOf(host, ...further);
  const workspace = new Workspace(tmpdir());
  const analytics = new Analytics(connection);
  const form = new TrainingForm(connection, workspace);
  form.setSources(['mnist', 'data/digits_jpeg']);
  const browser = new FileBrowser({
    purpose: 'dataset',
    places: [{ name: 'workspace', folder: workspace.root }],
    recent: { load: async () => [], add: async () => {} },
    home: workspace.root,
    previews: previewsOf(async () => host),
  });
  const scores = new Scores({ analytics, form, workspace, browser });
  await connection.client();
  await vi.waitFor(() => {
    if (!analytics.store.getState().subject) throw new Error('no subject yet');
  });
  return { host, connection, analytics, scores };
}

/** Scored, as far as a test that does not look at scoring needs. */
export async function startScored(answers: readonly FakeAnswer[] = someAnswers) {
  const started = await startScores();
  const done = started.scores.scoring.scoreAgain();
  await vi.waitFor(() => started.host.last);
  started.host.last.answer(scoreAnswer(answers));
  await done;
  return started;
}
