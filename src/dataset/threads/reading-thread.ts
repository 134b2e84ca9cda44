/** A thread that reads pictures; `reading-threads.ts` starts it and asks it. */
import { parentPort } from 'node:worker_threads';
import { PathTable } from '../cache/path-table.js';
import { areUnchanged } from '../cache/stamp.js';
import type { ThreadReply, ThreadTask } from './tasks.js';

/** A task and the number that its answer comes back under. */
export interface ThreadRequest {
  id: number;
  task: ThreadTask;
}

parentPort?.on('message', async ({ id, task }: ThreadRequest) => {
  const begin = performance.now();
  const { skipped = [], isUnsettled = false } = await work(task);
  const reply: ThreadReply = { skipped, isUnsettled, milliseconds: performance.now() - begin };
  parentPort?.postMessage({ id, reply });
});

/** What is heavy is loaded when it is asked for: a check of files needs none of it. */
async function work(task: ThreadTask): Promise<Partial<ThreadReply>> {
  const { start, end } = task;
  if (task.kind === 'check') {
    const { names } = task;
    return { isUnsettled: !areUnchanged({ stamp: revive(task.stamp), start, end, names }) };
  }
  if (task.kind === 'read-files') {
    const { readFiles } = await import('../folders/read-files.js');
    const sheet = { ...task.sheet, stamp: revive(task.sheet.stamp) };
    return readFiles(sheet, task.form, { start, end });
  }
  const { normaliseSquares } = await import('../squares/normalise-squares.js');
  return normaliseSquares(task.squares, task.sheet, { start, end });
}

/** A message carries no classes. */
function revive<Carried extends { paths: PathTable }>(carried: Carried): Carried {
  return { ...carried, paths: new PathTable(carried.paths.bytes, carried.paths.starts) };
}
