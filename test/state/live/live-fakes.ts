import type { ScoreAnswer, ScoreProgress, WatchProgress } from '../../../src/host/protocol.js';
import type { Host } from '../../../src/state/host-connection.js';
import type { QuizCard } from '../../../src/state/live/quiz-round.js';
import { FakeHost } from '../recognition-fakes.js';

/** A watch that goes on until the test or its signal ends it. */
export interface PendingWatch {
  folder: string;
  model: string | undefined;
  signal: AbortSignal | undefined;
  tell: (progress: WatchProgress) => void;
  end: () => void;
  fail: (error: Error) => void;
}

/** A host whose answers the test gives by hand, in front of a room. */
export class FakeLiveHost extends FakeHost {
  readonly watches: PendingWatch[] = [];
  readonly scored: { source: string | undefined; model: string | undefined }[] = [];
  /** What scoring answers, or why it cannot. */
  score: ScoreAnswer | Error = scoreAnswer(40);

  readonly live = {
    watch: (
      { folder, model }: { folder: string; model?: string },
      {
        signal,
        onProgress,
      }: { signal?: AbortSignal; onProgress?: (progress: WatchProgress) => void },
    ): Promise<void> =>
      new Promise((resolve, reject) => {
        this.watches.push({
          folder,
          model,
          signal,
          tell: (progress) => onProgress?.(progress),
          end: resolve,
          fail: reject,
        });
      }),
  };

  readonly analysis = {
    score: async (
      { weights, source }: { weights: object; source?: string },
      { onProgress }: { onProgress?: (progress: ScoreProgress) => void } = {},
    ): Promise<ScoreAnswer> => {
      this.scored.push({ source, model: 'model' in weights ? String(weights.model) : undefined });
      onProgress?.({ phase: 'score', done: 20, total: 40 });
      if (this.score instanceof Error) throw this.score;
      return this.score;
    },
    samples: async ({ indices }: { indices: number[] }) => ({
      samples: indices.map((index) => ({
        index,
        label: index % 10,
        pixels: Buffer.alloc(784, index).toString('base64'),
      })),
    }),
  };

  get lastWatch(): PendingWatch {
    const last = this.watches.at(-1);
    if (!last) throw new Error('nothing is watched');
    return last;
  }

  /** The parts of the host that the demonstrations ask. */
  get asHost(): Host {
    return this as unknown as Host;
  }
}

/** Sample i has label i % 10; each tenth is read as the next digit, with 0.9, all others rightly with 0.99. */
export function scoreAnswer(count: number): ScoreAnswer {
  const labels = Buffer.alloc(count);
  const probabilities = Buffer.alloc(count * 40);
  for (let index = 0; index < count; index += 1) {
    const isWrong = index % 10 === 9;
    labels[index] = index % 10;
    const digit = isWrong ? 0 : index % 10;
    probabilities.writeFloatLE(isWrong ? 0.9 : 0.99, (index * 10 + digit) * 4);
  }
  return {
    analysis: 'one',
    name: 'starter',
    source: 'mnist:test',
    part: 'all',
    count,
    labels: labels.toString('base64'),
    probabilities: probabilities.toString('base64'),
    hasFiles: false,
    skipped: 0,
    imagesPerSecond: 1000,
  };
}

/** A card that the machine reads as `digit`, with 0.9. */
export const card = (label: number, digit: number): QuizCard => ({
  label,
  pixels: new Uint8Array(784),
  hard: false,
  answer: { digit, confidence: 0.9, right: label === digit },
  probabilities: Array.from({ length: 10 }, (_, index) => (index === digit ? 0.9 : 0.1 / 9)),
});
