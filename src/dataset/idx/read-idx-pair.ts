import { Problem } from '../../core/problem.js';
import { nameForWords } from '../../vision/unreadable.js';
import type { LoadOptions } from '../load-options.js';
import type { LabelledSquares } from '../squares/labelled-squares.js';
import { readIdx } from './read-idx.js';

/** Paths of an IDX file of images and one of their labels. */
export interface IdxPair {
  images: string;
  labels: string;
}

/**
 * Labelled pictures of an IDX pair; either may be gzip.
 *
 * @throws Problem where one is damaged, they do not belong together, or a label is no digit; the
 * signal's reason where it is aborted
 */
export async function readIdxPair(
  pair: IdxPair,
  { onProgress, signal }: LoadOptions,
): Promise<LabelledSquares> {
  const [imagesName, labelsName] = [nameForWords(pair.images), nameForWords(pair.labels)];
  const digits = await readIdx(pair.labels, 1, { signal });
  const total = digits.values.length;
  const wrong = digits.values.findIndex((digit) => digit > 9);
  if (wrong >= 0) {
    throw new Problem(`${labelsName} has the label ${digits.values[wrong]} at ${wrong}`, {
      remedy: 'use labels from 0 to 9',
    });
  }
  onProgress?.({ done: 0, total });
  const pictures = await readIdx(pair.images, 3, {
    signal,
    onShare: (share) => onProgress?.({ done: Math.floor(share * total), total }),
  });
  const [count, height, width] = pictures.shape;
  if (count !== total) {
    throw new Problem(`${imagesName} has ${count} images, but ${labelsName} has ${total} labels`, {
      remedy: 'use two files that belong together',
    });
  }
  return { width, height, pixels: pictures.values, labels: digits.values, skipped: [] };
}
