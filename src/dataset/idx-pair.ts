import { Problem } from '../core/problem.js';
import { type Dataset, imageSide } from './dataset.js';
import { readIdx } from './read-idx.js';

/** The bytes of a file, and its name for people. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/**
 * Samples from an IDX file of 28x28 images and one of their labels.
 *
 * @throws Problem where one is damaged or they do not belong together
 */
export function datasetFromIdx(source: string, images: NamedBytes, labels: NamedBytes): Dataset {
  const pictures = readIdx(images.bytes, images.name, 3);
  const digits = readIdx(labels.bytes, labels.name, 1);
  const [count, height, width] = pictures.shape;
  if (width !== imageSide || height !== imageSide) {
    throw new Problem(`${images.name} holds images of ${width}x${height}`, {
      remedy: 'use images of 28x28',
    });
  }
  if (digits.shape[0] !== count) {
    throw new Problem(
      `${images.name} has ${count} images, but ${labels.name} has ${digits.shape[0]} labels`,
      { remedy: 'use two files that belong together' },
    );
  }
  const wrong = digits.values.findIndex((digit) => digit > 9);
  if (wrong >= 0) {
    throw new Problem(`${labels.name} has the label ${digits.values[wrong]} at ${wrong}`, {
      remedy: 'use labels from 0 to 9',
    });
  }
  return {
    source,
    format: 'idx',
    images: pictures.values,
    labels: digits.values,
    origin: (entry) => ({ file: images.name, entry }),
    skipped: [],
    size: { width, height },
    forms: { straight: count, normalised: 0, darkOnLight: 0 },
    cached: false,
    remarks: [],
  };
}
