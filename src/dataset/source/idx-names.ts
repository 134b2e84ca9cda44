import { basename } from 'node:path';

/**
 * The name that the labels of an IDX file of images may have, or the images of labels, without its
 * `.gz`: `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`.
 */
export function pairKey(file: string): string {
  return basename(file)
    .toLowerCase()
    .replace(/\.gz$/, '')
    .replace(/images?|labels?/g, '*')
    .replace(/idx[13]/g, 'idx');
}
