import { inThreads } from '../threads/reading-threads.js';
import { areUnchanged, type Names, type Stamp } from './stamp.js';

/**
 * True where every file and folder of a stamp is as it was, and none was added or removed.
 *
 * @param options.names `one` is false also where a file has another name
 */
export async function isCurrent(
  stamp: Stamp,
  { signal, names = 'any' }: { signal?: AbortSignal; names?: Names } = {},
): Promise<boolean> {
  const count = stamp.paths.length;
  if (count <= fewPaths) return areUnchanged({ stamp, start: 0, end: count, names });
  let next = 0;
  let isSame = true;
  await inThreads({
    next: () => {
      if (next >= count || !isSame) return undefined;
      const start = next;
      next = Math.min(count, start + pathsAtOnce);
      return { kind: 'check', stamp, start, end: next, names };
    },
    onReply: ({ isUnsettled }) => {
      isSame &&= !isUnsettled;
    },
    signal,
  });
  return isSame;
}

/** So many are looked at faster than a thread is started. */
const fewPaths = 1000;
const pathsAtOnce = 2000;
