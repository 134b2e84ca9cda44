/** The thread that makes augmented batches; `augmented-batches.ts` starts it and asks it. */
import { parentPort, workerData } from 'node:worker_threads';
import { createRandom } from '../../core/random.js';
import { imageBytes } from '../../dataset/dataset.js';
import type { Batch } from '../../engine/engine.js';
import { augment } from './augment.js';

/** What the thread is started with; both arrays lie in shared memory. */
export type AugmentWorkerData = Batch;

/** Asks for one batch. Batches come back in the order of their requests. */
export interface BatchRequest {
  /** Samples of the batch. */
  indices: Uint32Array;
  /** Decides how the pictures vary. */
  seed: number;
}

const samples: AugmentWorkerData = workerData;

parentPort?.on('message', (request: BatchRequest) => {
  const batch = makeBatch(request);
  parentPort?.postMessage(batch, [batch.images.buffer, batch.labels.buffer]);
});

function makeBatch({ indices, seed }: BatchRequest) {
  const random = createRandom(seed);
  const images = new Uint8Array(indices.length * imageBytes);
  const labels = new Uint8Array(indices.length);
  for (let position = 0; position < indices.length; position++) {
    const from = indices[position] * imageBytes;
    const to = position * imageBytes;
    augment(
      samples.images.subarray(from, from + imageBytes),
      images.subarray(to, to + imageBytes),
      random,
    );
    labels[position] = samples.labels[indices[position]];
  }
  return { images, labels };
}
