import type { LoadProgress } from '../host/protocol.js';
import { count, duration, rate } from '../ui/format.js';
import type { Output } from './output.js';

/** Milliseconds before a rate says anything. */
const firstLook = 500;

/**
 * Tells how far something is, how fast it goes and how long it takes, in the line of progress.
 *
 * @param work such as `loading`
 * @param now milliseconds
 */
export function progressTeller(
  output: Pick<Output, 'progress'>,
  work: string,
  now: () => number = () => performance.now(),
): (progress: LoadProgress) => void {
  let start = { at: now(), done: 0 };
  return ({ done, total }) => {
    // One source after the other begins at none.
    if (done < start.done || done === 0) start = { at: now(), done };
    const perSecond = ((done - start.done) / (now() - start.at)) * 1000;
    const hasRate = now() - start.at >= firstLook && done > start.done;
    const speed = hasRate
      ? `, ${rate(perSecond, 'samples')}, left ${duration((total - done) / perSecond)}`
      : '';
    output.progress(`${work} ${count(done)} of ${count(total)}${speed}`);
  };
}
