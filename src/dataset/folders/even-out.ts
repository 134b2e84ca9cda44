import { imageSide } from '../dataset.js';
import { inThreads } from '../threads/reading-threads.js';
import { type FileSheet, marks } from '../threads/tasks.js';

/** Of the pictures that could be read, the share that makes a set one of the network's own form. */
const nearlyAll = 0.99;

/**
 * In a set of the network's own form, takes the few pictures that recognition would change as they
 * are, too: MNIST has four such digits, and a folder of it must hold the same pixels as its IDX
 * file. In any other set each picture stays as recognition would see it.
 *
 * @param sheet every picture was looked at
 */
export async function evenOut(sheet: FileSheet, signal?: AbortSignal): Promise<void> {
  const odd = oddOnes(sheet);
  await inThreads({
    next: () => {
      const index = odd.pop();
      if (index === undefined) return undefined;
      return { kind: 'read-files', sheet, form: 'as it is', start: index, end: index + 1 };
    },
    // What cannot be read any more stays as it was read before.
    onReply: () => {},
    signal,
  });
}

function oddOnes({ marks: all, sizes }: FileSheet): number[] {
  const odd: number[] = [];
  let [read, straight] = [0, 0];
  for (let index = 0; index < all.length; index++) {
    if (all[index] === marks.none) continue;
    if (sizes[2 * index] !== imageSide || sizes[2 * index + 1] !== imageSide) return [];
    read++;
    if (all[index] === marks.straight) straight++;
    else if (all[index] === marks.normalised) odd.push(index);
  }
  return straight >= nearlyAll * read ? odd : [];
}
