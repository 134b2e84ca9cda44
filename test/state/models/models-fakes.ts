import type { ImportCheck } from '../../../src/core/import-check.js';
import { pixelReadings, usualReading } from '../../../src/core/pixel-reading.js';
import type { CallOptions } from '../../../src/host/calls.js';
import type {
  ExportParams,
  ImportAnswer,
  ImportParams,
  ImportProgress,
  ModelSummary,
  ModelVerdict,
  TriedImport,
  TryImportParams,
} from '../../../src/host/protocol.js';
import { digitNetwork } from '../../../src/model/network.js';
import { modelSummary } from '../recognition-fakes.js';
import { FakeHost } from '../run-fakes.js';

/** A file that reads best inverted. */
export const tried: TriedImport & { check: ImportCheck } = {
  network: digitNetwork,
  parameters: 242_954,
  origin: { format: 'keras', by: 'Keras 3.15.1', file: '/m/theirs.keras' },
  notes: ['its last layer makes no probabilities: a softmax was added'],
  check: {
    source: 'mnist:test',
    count: 1000,
    readings: pixelReadings.map((reading, place) => ({
      ...reading,
      accuracy: place === 1 ? 0.973 : 0.27,
    })),
  },
};

/** A host whose models are changed as a real one changes its own; imports wait for the test. */
export class ModelsHost extends FakeHost {
  list: ModelSummary[] = [
    modelSummary('mine', { preferred: false }),
    modelSummary('starter', { preferred: true }),
  ];
  readonly #deleted: ModelSummary[] = [];
  readonly asked: string[] = [];
  verdict: ModelVerdict = { name: 'mine' };
  /** What the next change fails with. */
  failure?: Error;
  imports: {
    params: Partial<ImportParams>;
    options: CallOptions<ImportProgress>;
    answer: (answer: TriedImport | ImportAnswer) => void;
    fail: (error: Error) => void;
  }[] = [];

  override listModels = async () => this.list;

  models = {
    rename: async (model: string, name: string) => {
      this.#do(`rename ${model} ${name}`);
      this.list = this.list.map((each) => (each.name === model ? { ...each, name } : each));
    },
    remove: async (model: string) => {
      this.#do(`remove ${model}`);
      this.#deleted.push(...this.list.filter(({ name }) => name === model));
      this.list = this.list.filter(({ name }) => name !== model);
    },
    restore: async (model: string) => {
      this.#do(`restore ${model}`);
      this.list = [...this.list, ...this.#deleted.filter(({ name }) => name === model)];
    },
    choose: async (model: string | undefined) => {
      this.#do(`choose ${model}`);
      this.list = this.list.map((each) =>
        'card' in each ? { ...each, chosen: each.name === model } : each,
      );
    },
    verify: async () => [this.verdict],
    export: async (params: ExportParams) => {
      this.#do(`export ${params.model} ${params.format} ${params.file} ${params.others}`);
      return { model: params.model, parameters: 1, bytes: 2048, files: [params.file] };
    },
    tryImport: (params: TryImportParams, options: CallOptions<ImportProgress>) =>
      this.#import(params, options) as Promise<TriedImport>,
    import: (params: ImportParams, options: CallOptions<ImportProgress>) =>
      this.#import(params, options) as Promise<ImportAnswer>,
  };

  get lastImport() {
    const last = this.imports.at(-1);
    if (!last) throw new Error('nothing is imported');
    return last;
  }

  /** Answers the import that is under way with a model of that name. */
  keep(model: string): void {
    this.list = [modelSummary(model, { preferred: false }), ...this.list];
    const { reading } = this.lastImport.params;
    const kept = { ...usualReading, ...reading };
    this.lastImport.answer({ ...tried, model, folder: `/m/${model}`, bytes: 1, reading: kept });
  }

  #do(deed: string): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
    this.asked.push(deed);
  }

  #import(params: Partial<ImportParams>, options: CallOptions<ImportProgress>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.imports.push({ params, options, answer: resolve, fail: reject });
    });
  }
}
