import { accuracyInOrder, classOrderOf } from '../../core/analysis/class-order.js';
import type { CheckedReading } from '../../core/import-check.js';
import { evaluatePredictions } from '../../core/metrics.js';
import { type PixelReading, pixelFormula, pixelReadings } from '../../core/pixel-reading.js';
import { type Dataset, imageBytes } from '../../dataset/dataset.js';
import type { Engine } from '../../engine/engine.js';
import type { Network } from '../../model/network.js';
import type { Weights } from '../../model/weights.js';
import { classifySet } from '../analysis/classify-set.js';
import type { LoadProgress } from '../protocol.js';

export interface CheckOptions {
  /** Whether another order of the outputs is looked for; it is not where a person has said theirs. */
  classes: 'look' | 'said';
  signal?: AbortSignal;
  /** Told in images, over all ways of reading. */
  onProgress?: (progress: LoadProgress) => void;
}

/**
 * Lets a network read labelled samples in every way that pixels may be given to it.
 *
 * @throws the signal's reason where it is aborted
 */
export async function checkReadings(
  engine: Engine,
  { network, weights }: { network: Network; weights: Weights },
  { images, labels }: Pick<Dataset, 'images' | 'labels'>,
  { classes, signal, onProgress }: CheckOptions,
): Promise<CheckedReading[]> {
  const total = labels.length * pixelReadings.length;
  const readings: CheckedReading[] = [];
  for (const [place, reading] of pixelReadings.entries()) {
    const before = place * labels.length;
    const classifier = await engine.createClassifier(readAs(network, reading), weights);
    try {
      const probabilities = await classifySet(classifier, images, {
        signal,
        onProgress: ({ done }) => onProgress?.({ done: before + done, total }),
      });
      const { accuracy, confusion } = evaluatePredictions(labels, probabilities);
      const other = classes === 'look' ? betterOrder(accuracy, confusion) : undefined;
      readings.push({ ...reading, accuracy, ...other });
    } finally {
      classifier.dispose();
    }
  }
  return readings;
}

/** A network that is given pixels in this way. */
export function readAs(network: Network, reading: PixelReading): Network {
  return { ...network, pixels: pixelFormula(reading) };
}

/** The first samples of a source. */
export function firstOf(
  { images, labels }: Dataset,
  most: number,
): Pick<Dataset, 'images' | 'labels'> {
  return { images: images.subarray(0, most * imageBytes), labels: labels.subarray(0, most) };
}

/** Outputs in a wrong order read next to nothing right: what only reads a little better in another is no such case. */
const tellingAccuracy = 0.5;

function betterOrder(
  accuracy: number,
  confusion: readonly (readonly number[])[],
): Pick<CheckedReading, 'accuracy' | 'classes'> | undefined {
  const classes = classOrderOf(confusion);
  if (!classes) return undefined;
  const ordered = accuracyInOrder(confusion, classes);
  return ordered >= tellingAccuracy && ordered >= 2 * accuracy
    ? { accuracy: ordered, classes }
    : undefined;
}
