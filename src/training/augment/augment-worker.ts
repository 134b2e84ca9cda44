/** The thread that makes augmented batches; `augmented-batches.ts` starts it and asks it. */
import { parentPort, workerData } from 'node:worker_threads';
import { createRandom } from '../../core/random.js';
import type { Batch } from '../../engine/engine.js';
import { type Variety, varyBatch } from './vary.js';

/** What the thread is started with; both arrays lie in shared memory. */
export interface AugmentWorkerData extends Batch {
  variety: Variety;
}

/** Asks for one batch. Batches come back in the order of their requests. */
export interface BatchRequest {
  /** Samples of the batch. */
  indices: Uint32Array;
  /** Decides how the pictures vary. */
  seed: number;
}

const { variety, ...samples }: AugmentWorkerData = workerData;

parentPort?.on('message', ({ indices, seed }: BatchRequest) => {
  const batch = varyBatch(samples, indices, { variety, random: createRandom(seed) });
  parentPort?.postMessage(batch, [batch.images.buffer, batch.labels.buffer]);
});
