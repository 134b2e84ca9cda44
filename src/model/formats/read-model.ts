import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../core/problem.js';
import type { Network } from '../network.js';
import type { ImportedModel } from './imported-model.js';
import type { ModelReply, ModelRequest } from './model-reading-thread.js';
import { damaged } from './refusals.js';

export interface ReadOptions {
  /** Whose weights they are, for a file of weights alone. */
  network?: Network;
  /** Gives the reading up. */
  signal?: AbortSignal;
  /** Milliseconds after which a file is given up; a minute where it is left out. */
  patience?: number;
}

/**
 * Reads a model that another program wrote: an `.h5` or `.keras` of Keras, or a layers model of
 * TensorFlow.js, by its folder or its `model.json`. What kind it is its content tells, not its name.
 *
 * It is read in a thread of its own, since the HDF5 library may run round in circles in a file that
 * was made for it, or die.
 *
 * @throws Problem in one line: the file cannot be read, is damaged, or what in it is not supported;
 * the signal's reason where it is aborted
 */
export async function readModel(path: string, options: ReadOptions = {}): Promise<ImportedModel> {
  const { network, signal, patience = 60_000 } = options;
  signal?.throwIfAborted();
  const workerData: ModelRequest = { path, network };
  const worker = new Worker(new URL('./model-reading-thread.js', import.meta.url), { workerData });
  const giveUp = AbortSignal.timeout(patience);
  try {
    const reply = await replyOf(worker, AbortSignal.any(signal ? [signal, giveUp] : [giveUp]));
    if ('model' in reply) return reply.model;
    throw new Problem(reply.problem.message, reply.problem);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Problem) throw error;
    const why = giveUp.aborted ? 'takes too long to read' : 'broke off what was reading it';
    throw damaged(basename(path), why, error);
  } finally {
    await worker.terminate();
  }
}

function replyOf(worker: Worker, signal: AbortSignal): Promise<ModelReply> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code}`)));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
