import { Worker } from 'node:worker_threads';
import { errorLine, Problem } from '../../core/problem.js';
import type { LabelledImages } from '../../dataset/dataset.js';
import type { Batch } from '../../engine/engine.js';
import { type BatchSource, chunksOf, type EpochOptions } from '../batches.js';
import type { AugmentWorkerData, BatchRequest } from './augment-worker.js';
import type { Variety } from './vary.js';

/** Batches that are made, or being made, before they are asked for: the bound on memory. */
export const batchesAhead = 8;

/**
 * Varied samples, made ahead in a thread of their own so that a step never waits for them.
 * Images that do not lie in shared memory are copied there until it is closed.
 *
 * @param options.seed with the epoch, the order and the batch size it decides every byte
 */
export function augmentedBatches(
  dataset: LabelledImages,
  { seed, variety }: { seed: number; variety: Variety },
): BatchSource {
  const worker = new Worker(new URL('./augment-worker.js', import.meta.url), {
    workerData: augmentWorkerData(dataset, variety),
  });
  return new AugmentedBatches(worker, { seed });
}

/** Samples in memory that the thread reads too; what lies there already is not copied. */
export function augmentWorkerData(
  { images, labels }: LabelledImages,
  variety: Variety,
): AugmentWorkerData {
  return { images: inSharedMemory(images), labels: inSharedMemory(labels), variety };
}

function inSharedMemory(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

interface Waiting {
  resolve: (batch: Batch) => void;
  reject: (reason: Error) => void;
}

/**
 * Asks the thread for batches, a bounded number ahead. An epoch may be left at any time: what was
 * asked for is made and dropped.
 */
export class AugmentedBatches implements BatchSource {
  readonly #worker: Worker;
  readonly #seed: number;
  /** Oldest first, as the thread answers in order. */
  readonly #waiting: Waiting[] = [];
  #failure?: Error;

  /** @param worker runs `augment-worker`; belongs to this source from now on */
  constructor(worker: Worker, { seed }: { seed: number }) {
    this.#worker = worker;
    this.#seed = seed;
    worker.on('message', (batch: Batch) => this.#waiting.shift()?.resolve(batch));
    worker.on('messageerror', (error) => this.#fail(threadProblem(error)));
    worker.on('error', (error) => this.#fail(threadProblem(error)));
    worker.on('exit', (code) => this.#fail(threadProblem(`the thread ended with code ${code}`)));
  }

  /** @throws {Problem} when the thread ended on its own; an error when the source is closed */
  async *epoch(
    order: Uint32Array,
    { epoch, batchSize, from = 0 }: EpochOptions,
  ): AsyncGenerator<Batch> {
    const ahead: Promise<Batch>[] = [];
    let step = from;
    for (const indices of chunksOf(order.subarray(from * batchSize), batchSize)) {
      ahead.push(this.#make(indices, mixSeeds(this.#seed, epoch, step++)));
      const next = ahead.length > batchesAhead && ahead.shift();
      if (next) yield await next;
    }
    for (const next of ahead) yield await next;
  }

  async close(): Promise<void> {
    this.#fail(new Error('the source of augmented batches is closed'));
    await this.#worker.terminate();
  }

  #make(indices: Uint32Array, seed: number): Promise<Batch> {
    const batch = new Promise<Batch>((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      else this.#waiting.push({ resolve, reject });
    });
    // Where the epoch was left, nobody listens any more.
    batch.catch(() => {});
    // A view would take the whole order along, and the order may change before it is read.
    const request: BatchRequest = { indices: indices.slice(), seed };
    this.#worker.postMessage(request);
    return batch;
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

function threadProblem(cause: unknown): Problem {
  return new Problem(`the pictures could not be varied for training (${errorLine(cause)})`, {
    remedy: 'train again, or by the classic recipe',
    cause,
  });
}

/** One seed of several whole numbers, by rounds of MurmurHash3's finalizer (Austin Appleby). */
function mixSeeds(...seeds: number[]): number {
  let mixed = 0x9e3779b9;
  for (const seed of seeds) {
    mixed = Math.imul(mixed ^ seed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed;
}
