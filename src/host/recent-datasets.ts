import type { Dataset } from '../dataset/dataset.js';

/** How much is kept: a person goes between few sources. */
const keptSources = 4;
const keptBytes = 512 * 2 ** 20;

/** The last datasets: the same samples lie in memory once, however often they are loaded. */
export class RecentDatasets {
  readonly #kept = new Map<string, Dataset>();

  /** The dataset as it was loaded, in the memory of the one before it where that holds the same samples. */
  share(dataset: Dataset): Dataset {
    const { source } = dataset;
    const before = this.#kept.get(source);
    const shared =
      before && holdSame(before, dataset)
        ? { ...dataset, images: before.images, labels: before.labels }
        : dataset;
    this.#kept.delete(source);
    this.#kept.set(source, shared);
    this.#letGo();
    return shared;
  }

  /** Drops the oldest until the rest is few and small enough; the last one stays. */
  #letGo(): void {
    const bytes = () =>
      [...this.#kept.values()].reduce((sum, { images }) => sum + images.length, 0);
    while (this.#kept.size > 1 && (this.#kept.size > keptSources || bytes() > keptBytes)) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
  }
}

/** Some milliseconds for fifty megabytes. */
function holdSame(a: Dataset, b: Dataset): boolean {
  return Buffer.compare(a.labels, b.labels) === 0 && Buffer.compare(a.images, b.images) === 0;
}
