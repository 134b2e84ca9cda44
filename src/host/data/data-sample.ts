import { type CombinedDataset, shareOf } from '../../dataset/combine.js';
import { imageBytes } from '../../dataset/dataset.js';
import type { DataSample } from '../protocol.js';

/** A sample as a client sees it. */
export function dataSampleAt(samples: CombinedDataset, index: number): DataSample {
  const pixels = samples.images.subarray(index * imageBytes, (index + 1) * imageBytes);
  return {
    index,
    label: samples.labels[index],
    pixels: Buffer.from(pixels).toString('base64'),
    source: shareOf(samples, index).source,
    ...samples.origin(index),
  };
}
