import { Problem } from '../../core/problem.js';
import { stratifiedSplit } from '../../core/split.js';
import { type Dataset, imageBytes } from '../../dataset/dataset.js';
import type { Datasets } from '../datasets.js';
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
  /** n, where they have files. */
  files?: readonly string[];
  /** Files of the source that were left out. */
  skipped: number;
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
  readonly #loaded = new Map<string, Dataset>();
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
    { source, part, trainedOn }: { source: string; part: SourcePart; trainedOn?: TrainedOn },
    freshness: 'new' | 'kept',
    options: LoadOptions = {},
  ): Promise<SampleSet> {
    if (part !== 'all' && source !== trainedOn?.source) {
      throw new Problem(`it was not trained on ${source}, which therefore has no ${part} samples`, {
        remedy: trainedOn ? `choose all samples, or ${trainedOn.source}` : 'choose all samples',
      });
    }
    const dataset = await this.#dataset(source, freshness, options);
    if (part === 'all' || !trainedOn) return wholeOf(dataset);
    requireUnchanged(dataset, trainedOn);
    const { validationSplit, seed } = trainedOn.settings;
    return partOf(dataset, part, stratifiedSplit(dataset.labels, validationSplit, seed)[part]);
  }

  async #dataset(source: string, freshness: 'new' | 'kept', options: LoadOptions) {
    const before = freshness === 'kept' ? this.#loaded.get(source) : undefined;
    const dataset = before ?? (await this.#datasets.load(source, options));
    putLast(this.#loaded, source, dataset);
    return dataset;
  }
}

/** A sample of a set as a client sees it. */
export function sampleAt({ images, labels, files }: SampleSet, index: number): Sample {
  const pixels = images.subarray(index * imageBytes, (index + 1) * imageBytes);
  return {
    index,
    label: labels[index],
    pixels: Buffer.from(pixels).toString('base64'),
    file: files?.[index],
  };
}

function wholeOf({ source, images, labels, files, skipped }: Dataset): SampleSet {
  return { source, part: 'all', images, labels, files, skipped: skipped.length };
}

function partOf(dataset: Dataset, part: SourcePart, indices: Uint32Array): SampleSet {
  const images = new Uint8Array(indices.length * imageBytes);
  indices.forEach((sample, place) => {
    const from = sample * imageBytes;
    images.set(dataset.images.subarray(from, from + imageBytes), place * imageBytes);
  });
  const { files } = dataset;
  return {
    source: dataset.source,
    part,
    images,
    labels: Uint8Array.from(indices, (sample) => dataset.labels[sample]),
    files: files && Array.from(indices, (sample) => files[sample]),
    skipped: dataset.skipped.length,
  };
}

/** The split is made of all labels: with other samples it would be another. */
function requireUnchanged({ source, labels }: Dataset, { samples }: TrainedOn): void {
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
