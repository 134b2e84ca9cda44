import { type Dataset, imageBytes } from '../dataset/dataset.js';
import type { Batch } from '../engine/engine.js';

/** Copies the samples of one batch together. */
export function gatherBatch(dataset: Dataset, indices: Uint32Array): Batch {
  const images = new Uint8Array(indices.length * imageBytes);
  const labels = new Uint8Array(indices.length);
  indices.forEach((sample, position) => {
    const from = sample * imageBytes;
    images.set(dataset.images.subarray(from, from + imageBytes), position * imageBytes);
    labels[position] = dataset.labels[sample];
  });
  return { images, labels };
}

/** Cuts indices into batches; the last one holds what is left. */
export function* batchesOf(indices: Uint32Array, size: number): Generator<Uint32Array> {
  for (let start = 0; start < indices.length; start += size) {
    yield indices.subarray(start, start + size);
  }
}
