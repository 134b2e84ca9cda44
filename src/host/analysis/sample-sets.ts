import type { DataOptions } from '../../core/data-options.js';
import { Problem } from '../../core/problem.js';
import { defaultSettings } from '../../core/settings.js';
import { stratifiedSplit } from '../../core/split.js';
import type { CombinedDataset } from '../../dataset/combine.js';
import { imageBytes } from '../../dataset/dataset.js';
import type { Datasets, SamplesRequest } from '../datasets.js';
import type { LoadProgress, Sample, SourcePart } from '../protocol.js';
import type { TrainedOn } from '../weights-origin.js';

/** Labelled samples of a source, or of one side of the split that weights were trained with. */
export interface SampleSet {
  source: string;
  part: SourcePart;
  /** n × 784 bytes. */
  images: Uint8Array;
  /** n digits. */
  labels: Uint8Array;
  /** The file that a sample was made of; undefined where it is one of many in a file. */
  fileOf: (index: number) => string | undefined;
  /** Whether some of them have files of their own. */
  hasFiles: boolean;
  /** Files of the source that were left out. */
  skipped: number;
}

/** Which samples are wanted. */
interface WantedSamples {
  source: string;
  part: SourcePart;
  /** Whose split it is. */
  trainedOn?: TrainedOn;
  /** What is added to all samples of the source, and drawn of them by the seed. */
  data?: DataOptions;
  seed?: number;
}

interface LoadOptions {
  signal?: AbortSignal;
  onProgress?: (progress: LoadProgress) => void;
}

/** Sets, and datasets, that are kept. */
const kept = 4;

/** The samples that analyses are about: the last few sets are kept, under names, for later questions. */
export class SampleSets {
  readonly #datasets: Datasets;
  readonly #named = new Map<string, SampleSet>();
  readonly #loaded = new Map<string, CombinedDataset>();
  #names = 0;

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
  }

  /** Keeps a set. @returns its name */
  keep(set: SampleSet): string {
    const name = `samples-${++this.#names}`;
    putLast(this.#named, name, set);
    return name;
  }

  /** @throws Problem where it is not kept any more */
  named(name: string): SampleSet {
    const set = this.#named.get(name);
    if (!set) {
      throw new Problem('these samples are no longer in memory', { remedy: 'score them again' });
    }
    putLast(this.#named, name, set);
    return set;
  }

  /**
   * Loads samples.
   *
   * @param freshness `new` reads a source again, `kept` takes what is in memory where it is
   * @throws Problem where the source cannot be loaded, or its split is not known
   */
  async load(
    { source, part, trainedOn, data, seed }: WantedSamples,
    freshness: 'new' | 'kept',
    options: LoadOptions = {},
  ): Promise<SampleSet> {
    if (part !== 'all' && source !== trainedOn?.source) {
      throw new Problem(`it was not trained on ${source}, which therefore has no ${part} samples`, {
        remedy: trainedOn ? `choose all samples, or ${trainedOn.source}` : 'choose all samples',
      });
    }
    if (part === 'all' || !trainedOn) {
      const drawnBy = seed ?? (trainedOn?.settings ?? defaultSettings).seed;
      const request = { source, data, settings: { seed: drawnBy } };
      return wholeOf(await this.#samples(request, freshness, options));
    }
    const samples = await this.#samples(trainedOn, freshness, options);
    requireUnchanged(samples, trainedOn);
    const { settings } = trainedOn;
    const split = stratifiedSplit(samples.labels, settings.validationSplit, settings.seed);
    return partOf(samples, part, split[part]);
  }

  async #samples(
    { source, data, settings: { seed } }: SamplesRequest,
    freshness: 'new' | 'kept',
    options: LoadOptions,
  ): Promise<CombinedDataset> {
    const request = { source, data, settings: { seed } };
    const key = JSON.stringify(request);
    const before = freshness === 'kept' ? this.#loaded.get(key) : undefined;
    const samples = before ?? (await this.#datasets.loadFor(request, options));
    putLast(this.#loaded, key, samples);
    return samples;
  }
}

/** A sample of a set as a client sees it. */
export function sampleAt({ images, labels, fileOf }: SampleSet, index: number): Sample {
  const pixels = images.subarray(index * imageBytes, (index + 1) * imageBytes);
  return {
    index,
    label: labels[index],
    pixels: Buffer.from(pixels).toString('base64'),
    file: fileOf(index),
  };
}

function wholeOf(samples: CombinedDataset): SampleSet {
  const { source, images, labels, skipped } = samples;
  return {
    source,
    part: 'all',
    images,
    labels,
    fileOf: (index) => fileOf(samples, index),
    hasFiles: hasFiles(samples),
    skipped: skipped.length,
  };
}

function partOf(samples: CombinedDataset, part: SourcePart, indices: Uint32Array): SampleSet {
  const images = new Uint8Array(indices.length * imageBytes);
  indices.forEach((sample, place) => {
    const from = sample * imageBytes;
    images.set(samples.images.subarray(from, from + imageBytes), place * imageBytes);
  });
  return {
    source: samples.source,
    part,
    images,
    labels: Uint8Array.from(indices, (sample) => samples.labels[sample]),
    fileOf: (index) => fileOf(samples, indices[index]),
    hasFiles: hasFiles(samples),
    skipped: samples.skipped.length,
  };
}

function fileOf({ origin }: CombinedDataset, index: number): string | undefined {
  const { file, entry } = origin(index);
  return entry === undefined ? file : undefined;
}

function hasFiles({ shares }: CombinedDataset): boolean {
  return shares.some(({ format, count }) => format === 'folders' && count > 0);
}

/** The split is made of all labels: with other samples it would be another. */
function requireUnchanged({ source, labels }: CombinedDataset, { samples }: TrainedOn): void {
  if (labels.length === samples) return;
  throw new Problem(
    `${source} has changed since the training: ${samples} samples then, ${labels.length} now`,
    { remedy: 'choose all samples instead of one side of the split' },
  );
}

function putLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > kept) map.delete(oldest);
}
