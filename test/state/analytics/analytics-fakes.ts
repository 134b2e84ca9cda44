import type { RunEvent } from '../../../src/core/run/event.js';
import type {
  MeasureAnswer,
  MeasureParams,
  ModelSummary,
  RunSummary,
} from '../../../src/host/protocol.js';
import type { ModelCard } from '../../../src/model/card.js';
import { modelSummary } from '../recognition-fakes.js';
import { completed, epochEnded, FakeHost, params, started } from '../run-fakes.js';

export function cardOf(name: string): ModelCard {
  const model = modelSummary(name, { preferred: false });
  if (!('card' in model)) throw new Error('a model without a card');
  return model.card;
}

/** A run that has ended, by default with a model of its name. */
export function runSummary(id: string, changes: Partial<RunSummary> = {}): RunSummary {
  const epoch = epochEnded(2, 0.99);
  if (epoch.type !== 'epoch-ended') throw new Error('not the end of an epoch');
  return {
    id,
    status: 'completed',
    request: { source: 'mnist', name: id, settings: params.settings },
    startedAt: 1000,
    epoch: 2,
    best: epoch,
    validationTrail: [0.98, 0.99],
    ...changes,
  };
}

/** Two epochs and their end. */
export const twoEpochs: RunEvent[] = [started, epochEnded(1, 0.98), epochEnded(2, 0.99), completed];

export const measured: MeasureAnswer = {
  engine: 'native',
  single: [0.3, 0.31, 0.29, 0.3, 0.5],
  batches: [14_000, 14_200, 14_100],
  batchSize: 256,
  diskBytes: 973_816,
  weightBytes: 971_816,
  activationBytes: 193_536,
  residentBytes: 381_681_664,
};

/** A host with models, runs and measurements that the test gives. */
export class AnalyticsHost extends FakeHost {
  models: ModelSummary[] = [];
  readonly attached: string[] = [];
  readonly measurements: {
    params: MeasureParams;
    answer: (answer: MeasureAnswer) => void;
    fail: (error: Error) => void;
  }[] = [];

  override listModels = async () => this.models;
  override attachRun = async (run: string) => {
    this.attached.push(run);
    return { events: this.events };
  };
  analysis = {
    measure: (params: MeasureParams) =>
      new Promise<MeasureAnswer>((resolve, reject) => {
        this.measurements.push({ params, answer: resolve, fail: reject });
      }),
  };
}
