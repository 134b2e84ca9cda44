import { imageBytes, type LabelledImages } from '../dataset/dataset.js';
import type { Batch } from '../engine/engine.js';

export interface EpochOptions {
  /** From 1. */
  epoch: number;
  batchSize: number;
  /** Batches that are passed over; none where it is left out. */
  from?: number;
}

/** Where the batches of a run come from. */
export interface BatchSource {
  /**
   * One pass over samples.
   *
   * @param order indices into the dataset
   * @returns batches in this order; the last one holds what is left
   */
  epoch(order: Uint32Array, options: EpochOptions): AsyncIterable<Batch>;
  close(): Promise<void>;
}

/** The samples as they are. */
export function plainBatches(dataset: LabelledImages): BatchSource {
  return {
    async *epoch(order, { batchSize, from = 0 }) {
      const left = order.subarray(from * batchSize);
      for (const indices of chunksOf(left, batchSize)) yield gatherBatch(dataset, indices);
    },
    close: async () => {},
  };
}

/** Copies the samples of one batch together. */
export function gatherBatch(dataset: LabelledImages, indices: Uint32Array): Batch {
  const images = new Uint8Array(indices.length * imageBytes);
  const labels = new Uint8Array(indices.length);
  indices.forEach((sample, position) => {
    const from = sample * imageBytes;
    images.set(dataset.images.subarray(from, from + imageBytes), position * imageBytes);
    labels[position] = dataset.labels[sample];
  });
  return { images, labels };
}

/** Cuts indices into chunks; the last one holds what is left. */
export function* chunksOf(indices: Uint32Array, size: number): Generator<Uint32Array> {
  for (let start = 0; start < indices.length; start += size) {
    yield indices.subarray(start, start + size);
  }
}
