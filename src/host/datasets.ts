import type { DataOptions } from '../core/data-options.js';
import { Problem } from '../core/problem.js';
import type { TrainingSettings } from '../core/settings.js';
import { type CombinedDataset, combine, limitPerClass } from '../dataset/combine.js';
import { countPerClass, type Dataset } from '../dataset/dataset.js';
import { loadDataset } from '../dataset/load-dataset.js';
import { isMnistSource } from '../dataset/mnist.js';
import type { LoadProgress } from './protocol.js';
import { RecentDatasets } from './recent-datasets.js';

interface LoadOptions {
  signal?: AbortSignal;
  onProgress?: (progress: LoadProgress) => void;
}

/** What samples are asked for by: that of a run, or of a model's card. */
export interface SamplesRequest {
  source: string;
  data?: DataOptions;
  settings: Pick<TrainingSettings, 'seed'>;
}

/** The datasets of this host. Built-in ones are read once: their content cannot change. */
export class Datasets {
  readonly #workspace: string;
  readonly #builtIn = new Map<string, Dataset>();
  readonly #recent = new RecentDatasets();

  /** @param workspace the folder that relative sources start from */
  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  async load(source: string, options: LoadOptions = {}): Promise<Dataset> {
    const known = this.#builtIn.get(source);
    if (known) return { ...known, cached: true };
    const dataset = await loadDataset(source, { ...options, workspace: this.#workspace });
    if (!isMnistSource(source)) return this.#recent.share(dataset);
    this.#builtIn.set(source, dataset);
    return dataset;
  }

  /**
   * The samples that a run learns from and validates with: those of its source and of what is added, limited. The same
   * request gives the same samples in the same order, as long as the sources hold the same.
   *
   * @throws Problem where a source cannot be loaded or is named twice; the signal's reason where it is aborted
   */
  async loadFor(
    { source, data = {}, settings }: SamplesRequest,
    options: LoadOptions = {},
  ): Promise<CombinedDataset> {
    const sources = [source, ...(data.extra ?? [])];
    requireDistinct(sources);
    const datasets: Dataset[] = [];
    for (const each of sources) datasets.push(await this.load(each, options));
    const samples = combine(datasets);
    const { limitPerClass: limit } = data;
    return limit === undefined ? samples : limitPerClass(samples, { limit, seed: settings.seed });
  }
}

/** @throws Problem where there is too little to train on and hold some back */
export function requireTrainable(dataset: Dataset): void {
  const digits = countPerClass(dataset.labels).filter((count) => count >= 2).length;
  if (digits >= 2) return;
  throw new Problem(`${dataset.source} is too small to train on`, {
    remedy: 'it needs at least two digits with two samples each',
  });
}

function requireDistinct(sources: readonly string[]): void {
  const twice = sources.find((source, place) => sources.indexOf(source) !== place);
  if (twice === undefined) return;
  throw new Problem(`${twice} is named twice`, { remedy: 'add another source, or none' });
}
