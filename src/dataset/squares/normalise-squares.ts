import { putPicture } from '../threads/put-picture.js';
import type { PictureSheet, Squares, ThreadReply } from '../threads/tasks.js';

/**
 * Makes pictures `start` to before `end` 28x28 as recognition does, in a thread.
 *
 * @returns those that are blank
 */
export function normaliseSquares(
  { width, height, pixels }: Squares,
  sheet: PictureSheet,
  { start, end }: { start: number; end: number },
): Pick<ThreadReply, 'skipped'> {
  const skipped: { index: number; reason: string }[] = [];
  const size = width * height;
  for (let index = start; index < end; index++) {
    const picture = { width, height, pixels: pixels.subarray(index * size, (index + 1) * size) };
    if (putPicture(picture, sheet, index) === 'blank') skipped.push({ index, reason: 'blank' });
  }
  return { skipped };
}
