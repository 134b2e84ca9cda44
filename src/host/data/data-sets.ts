import { Problem } from '../../core/problem.js';
import { defaultSettings } from '../../core/settings.js';
import { type CombinedDataset, combine, shareOf } from '../../dataset/combine.js';
import { readOriginal } from '../../dataset/original.js';
import { encodePng } from '../../vision/encode.js';
import { previewPng } from '../../vision/preview.js';
import type { Datasets } from '../datasets.js';
import type * as protocol from '../protocol.js';
import { dataSampleAt } from './data-sample.js';
import { describeSamples } from './describe-samples.js';

interface LoadOptions {
  signal: AbortSignal;
  onProgress: (progress: protocol.LoadProgress) => void;
}

/** Sets that are kept: a person looks at one, and at the one before it. */
const keptSets = 2;
/** Entries of a page at most. */
const largestPage = 1000;

/** Tells what there is to learn from, before anything is: the last sets are kept for looking closer. */
export class DataSets {
  readonly #datasets: Datasets;
  readonly #kept = new Map<string, CombinedDataset>();
  #names = 0;

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
  }

  async describe(
    question: protocol.DataQuestion,
    options: LoadOptions,
  ): Promise<protocol.DataSummary> {
    const start = performance.now();
    const { seed, validationSplit } = { ...defaultSettings, ...question };
    const { source, data } = question;
    const samples = await this.#datasets.loadFor({ source, data, settings: { seed } }, options);
    const test =
      data?.test === undefined
        ? undefined
        : combine([await this.#datasets.load(data.test, options)]);
    options.signal.throwIfAborted();
    return {
      set: this.#keep(samples),
      ...describeSamples(samples, { test, seed, validationSplit }),
      cached: samples.cached && test?.cached !== false,
      seconds: (performance.now() - start) / 1000,
    };
  }

  samples({ set, digit, from, count }: protocol.DataSamplesParams): {
    samples: protocol.DataSample[];
  } {
    const samples = this.#named(set);
    const indices = digit === undefined ? undefined : indicesOf(samples.labels, digit);
    const length = indices?.length ?? samples.labels.length;
    const to = Math.min(length, from + Math.min(count, largestPage));
    const page = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
    return { samples: page.map((place) => dataSampleAt(samples, indices?.[place] ?? place)) };
  }

  skipped({ set, from, count }: protocol.SkippedParams): { skipped: protocol.SkippedEntry[] } {
    const { skipped } = this.#named(set);
    return { skipped: skipped.slice(from, from + Math.min(count, largestPage)) };
  }

  /** @throws Problem where the file is not as it was, or the set is not kept any more */
  async original({
    set,
    index,
    ...room
  }: protocol.OriginalParams): Promise<protocol.PicturePreview> {
    const samples = this.#named(set);
    const origin = samples.origin(index);
    if (origin.entry === undefined) return asPreview(await previewPng(origin.file, room));
    const picture = await readOriginal(origin, shareOf(samples, index).format);
    return asPreview(await previewPng(await encodePng(picture), room));
  }

  #keep(samples: CombinedDataset): string {
    const name = `data-${++this.#names}`;
    this.#kept.set(name, samples);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptSets) this.#kept.delete(oldest);
    return name;
  }

  #named(set: string): CombinedDataset {
    const samples = this.#kept.get(set);
    if (samples) return samples;
    throw new Problem('these samples are no longer in memory', {
      remedy: 'look at the data again',
    });
  }
}

function asPreview({
  png,
  width,
  height,
}: {
  png: Buffer;
  width: number;
  height: number;
}): protocol.PicturePreview {
  return { png: png.toString('base64'), width, height };
}

function indicesOf(labels: Uint8Array, digit: number): number[] {
  const indices: number[] = [];
  labels.forEach((label, index) => {
    if (label === digit) indices.push(index);
  });
  return indices;
}
