import { createRandom, shuffle } from '../core/random.js';
import { type Dataset, imageBytes } from './dataset.js';

/** What one of several sources brings. */
export interface SourceShare {
  source: string;
  format: Dataset['format'];
  /** Samples of it that are there. */
  count: number;
}

/** Samples of one source or more, in the order of their sources. */
export interface CombinedDataset extends Dataset {
  shares: readonly SourceShare[];
}

/** What a sample is of. @param index 0..n-1 */
export function shareOf({ shares }: Pick<CombinedDataset, 'shares'>, index: number): SourceShare {
  let end = 0;
  const found = shares.find(({ count }) => {
    end += count;
    return index < end;
  });
  return found ?? shares[shares.length - 1];
}

/** The samples of all sources, one source after the other. @param datasets at least one */
export function combine(datasets: readonly Dataset[]): CombinedDataset {
  const [first] = datasets;
  const shares = datasets.map(({ source, format, labels }) => ({
    source,
    format,
    count: labels.length,
  }));
  if (datasets.length === 1) return { ...first, shares };
  const total = sum(datasets, ({ labels }) => labels.length);
  const images = new Uint8Array(new SharedArrayBuffer(total * imageBytes));
  const labels = new Uint8Array(new SharedArrayBuffer(total));
  let filled = 0;
  for (const dataset of datasets) {
    images.set(dataset.images, filled * imageBytes);
    labels.set(dataset.labels, filled);
    filled += dataset.labels.length;
  }
  return {
    source: datasets.map(({ source }) => source).join(' + '),
    format: first.format,
    images,
    labels,
    files: commonFiles(datasets),
    origin: (index) => {
      const [dataset, place] = placeIn(datasets, index);
      return dataset.origin(place);
    },
    skipped: datasets.flatMap(({ skipped }) => skipped),
    size: commonSize(datasets),
    forms: {
      straight: sum(datasets, ({ forms }) => forms.straight),
      normalised: sum(datasets, ({ forms }) => forms.normalised),
      darkOnLight: sum(datasets, ({ forms }) => forms.darkOnLight),
    },
    cached: datasets.every(({ cached }) => cached),
    remarks: datasets.flatMap(({ remarks }) => remarks),
    shares,
  };
}

/**
 * At most so many samples of each digit, drawn by the seed; those that are left keep their order.
 *
 * @param limit 1 or more
 */
export function limitPerClass(
  samples: CombinedDataset,
  { limit, seed }: { limit: number; seed: number },
): CombinedDataset {
  const chosen = drawPerClass(samples.labels, limit, seed);
  if (chosen.length === samples.labels.length) return samples;
  const images = new Uint8Array(new SharedArrayBuffer(chosen.length * imageBytes));
  const labels = new Uint8Array(new SharedArrayBuffer(chosen.length));
  chosen.forEach((sample, place) => {
    const from = sample * imageBytes;
    images.set(samples.images.subarray(from, from + imageBytes), place * imageBytes);
    labels[place] = samples.labels[sample];
  });
  const { files, shares } = samples;
  return {
    ...samples,
    images,
    labels,
    files: files && Array.from(chosen, (sample) => files[sample]),
    origin: (index) => samples.origin(chosen[index]),
    shares: sharesOf(shares, chosen),
  };
}

/** @returns indices, ascending */
function drawPerClass(labels: Uint8Array, limit: number, seed: number): Uint32Array {
  const random = createRandom(seed);
  const groups: number[][] = Array.from({ length: 10 }, () => []);
  labels.forEach((label, index) => {
    groups[label].push(index);
  });
  const drawn = groups.flatMap((indices) =>
    indices.length > limit ? shuffle(indices, random).slice(0, limit) : indices,
  );
  return Uint32Array.from(drawn).sort();
}

/** What is left of each source. @param chosen indices, ascending */
function sharesOf(shares: readonly SourceShare[], chosen: Uint32Array): SourceShare[] {
  let end = 0;
  let place = 0;
  return shares.map((share) => {
    end += share.count;
    const from = place;
    while (place < chosen.length && chosen[place] < end) place++;
    return { ...share, count: place - from };
  });
}

/** The dataset of a sample of all, and its place there. */
function placeIn(datasets: readonly Dataset[], index: number): [Dataset, number] {
  let place = index;
  for (const dataset of datasets) {
    if (place < dataset.labels.length) return [dataset, place];
    place -= dataset.labels.length;
  }
  throw new RangeError(`there is no sample ${index}`);
}

function sum(datasets: readonly Dataset[], of: (dataset: Dataset) => number): number {
  return datasets.reduce((total, dataset) => total + of(dataset), 0);
}

/** The files of all, where every sample has one. */
function commonFiles(datasets: readonly Dataset[]): string[] | undefined {
  const files = datasets.map((dataset) => dataset.files);
  return files.every((some) => some !== undefined) ? files.flat() : undefined;
}

function commonSize(datasets: readonly Dataset[]): Dataset['size'] {
  const [first] = datasets;
  const { size } = first;
  const isCommon = datasets.every(
    (other) => other.size?.width === size?.width && other.size?.height === size?.height,
  );
  return isCommon ? size : undefined;
}
