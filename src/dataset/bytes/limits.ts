import { Problem } from '../../core/problem.js';

/** Bytes of all pictures of one source, as they come: two gigabytes. */
const mostBytes = 2 ** 31;
/** Pixels of the longest side of a picture in a table. */
const longestSide = 1024;

/**
 * Refuses pictures that would take more memory than a person has, before they take it.
 *
 * @param name of the file, for the words of a problem
 * @throws Problem
 */
export function requireReasonable(
  name: string,
  { count, width, height }: { count: number; width: number; height: number },
): void {
  const fits = width > 0 && height > 0 && Math.max(width, height) <= longestSide;
  if (fits && count * width * height <= mostBytes) return;
  throw new Problem(`${name} says that it holds ${count} images of ${width}x${height}`, {
    remedy: `use sides of 1 to ${longestSide} pixels, and two gigabytes of pixels at most`,
  });
}
