/** The thread that reads one model; `read-model.ts` starts and ends it. */
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../core/problem.js';
import type { Network } from '../network.js';
import type { ImportedModel } from './imported-model.js';
import { readModelFile } from './read-model-file.js';

/** What the thread is started with. */
export interface ModelRequest {
  path: string;
  network: Network | undefined;
}

/** Errors lose their class on the way between threads. */
export type ModelReply =
  | { model: ImportedModel }
  | { problem: { message: string; remedy: string } };

const { path, network }: ModelRequest = workerData;

parentPort?.postMessage(await replyTo());

async function replyTo(): Promise<ModelReply> {
  try {
    return { model: await readModelFile(path, network) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: { message: error.message, remedy: error.remedy } };
  }
}
