import { toPrediction } from '../../src/core/prediction.js';
import { defaultSettings } from '../../src/core/settings.js';
import type {
  ModelSummary,
  PictureBox,
  PictureExplanation,
  PictureResult,
  PredictAnswer,
  PredictParams,
  PredictProgress,
  PreviewParams,
  ReadNumber,
} from '../../src/host/protocol.js';
import { digitNetwork } from '../../src/model/network.js';
import type { ReadPicture } from '../../src/state/recognition-reading.js';
import { Recognition } from '../../src/state/recognition-store.js';

/** A picture that was read as `digit` with that confidence, the rest shared among the others. */
export function read(file: string, digit: number, confidence: number): ReadPicture {
  const probabilities = Array.from({ length: 10 }, (_, index) =>
    index === digit ? confidence : (1 - confidence) / 9,
  );
  return {
    file,
    ...toPrediction(probabilities),
    milliseconds: 6.24,
    seen: {
      pixels: Buffer.alloc(784).toString('base64'),
      stages: ['dark on light', 'stroke 2.1 -> 3.0'],
      blank: false,
    },
  };
}

export function blank(file: string): ReadPicture {
  const picture = read(file, 1, 0.4);
  return { ...picture, rejected: true, notADigit: 1, seen: { ...picture.seen, blank: true } };
}

export function unreadable(file: string, error: string): PictureResult {
  return { file, error };
}

/** A number in those lines, each digit with a confidence of 0.99. */
export function readNumber(...lines: string[]): ReadNumber {
  const digits = [...lines.join('')].map((character, index) => {
    const { digit, confidence, probabilities } = read('', Number(character), 0.99);
    const box = [10 * index, 0, 8, 12] as const;
    return { digit, confidence, probabilities, box, pixels: Buffer.alloc(784).toString('base64') };
  });
  return { text: lines.join(''), lines, digits, confidence: 0.99 ** digits.length };
}

/** A request that waits for the test to answer it. */
export interface PendingPrediction {
  params: Omit<PredictParams, 'progress'>;
  signal: AbortSignal | undefined;
  tell: (total: number, ...results: PictureResult[]) => void;
  answer: (model?: string) => void;
  fail: (error: Error) => void;
}

/** A host whose answers the test gives by hand. */
export class FakeHost {
  readonly predictions: PendingPrediction[] = [];
  readonly previews: string[] = [];
  /** What was outlined on previews. */
  readonly boxes: (readonly PictureBox[])[] = [];
  models: ModelSummary[] = [];

  get last(): PendingPrediction {
    const last = this.predictions.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }

  predict = (
    params: Omit<PredictParams, 'progress'>,
    {
      signal,
      onProgress,
    }: { signal?: AbortSignal; onProgress?: (progress: PredictProgress) => void } = {},
  ): Promise<PredictAnswer> =>
    new Promise((resolve, reject) => {
      this.predictions.push({
        params,
        signal,
        tell: (total, ...results) => onProgress?.({ total, results }),
        answer: (model = 'starter') =>
          resolve({ model, rejectAbove: 0.6, totals, unreadable: 0, seconds: 1 }),
        fail: reject,
      });
    });

  preview = async ({ file, boxes }: PreviewParams) => {
    if (boxes) this.boxes.push(boxes);
    else this.previews.push(file);
    return { png: Buffer.from(file).toString('base64'), width: 30, height: 40 };
  };

  explainPicture = async () => explanation;

  listModels = async () => this.models;
}

/** Three stages of a picture of 30x40. */
const explanation: PictureExplanation = {
  width: 30,
  height: 40,
  stages: ['grey', 'polarity', 'threshold'].map((name) => ({
    name,
    words: `what ${name} did`,
    width: 8,
    height: 10,
    png: '',
  })),
  box: [5, 6, 12, 20],
  polarity: 'dark on light',
  strokeWidth: 3.4,
  blank: false,
};

export function startRecognition(): { recognition: Recognition; host: FakeHost } {
  const host = new FakeHost();
  return { host, recognition: new Recognition({ connect: async () => host, samples: '/samples' }) };
}

/** Lets what is already answered arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const totals = {
  count: 0,
  averageConfidence: 0,
  distribution: [],
  statuses: { High: 0, Medium: 0, Low: 0 },
};

/** A model that cannot be used. */
export function damagedModel(name: string, problem: string): ModelSummary {
  return { name, folder: `/models/${name}`, place: 'workspace', problem };
}

/** A model that was trained on MNIST. */
export function modelSummary(name: string, { preferred }: { preferred: boolean }): ModelSummary {
  const metrics = { loss: 0.03, accuracy: 0.99 };
  return {
    name,
    folder: `/models/${name}`,
    place: 'workspace',
    preferred,
    chosen: false,
    network: digitNetwork,
    card: {
      card: 2,
      name,
      network: 'digits',
      parameters: 242_954,
      created: '2025-01-01T00:00:00Z',
      program: '0.1.0',
      training: {
        name,
        command: 'digitscope train',
        engine: 'native',
        data: { source: 'mnist', train: 48_000, validation: 12_000 },
        settings: defaultSettings,
        epochs: 2,
        bestEpoch: 2,
        seconds: 10,
        train: metrics,
        validation: metrics,
      },
      weights: { bytes: 1, sha256: '' },
    },
  };
}
