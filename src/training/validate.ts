import { type Evaluation, evaluatePredictions } from '../core/metrics.js';
import { chunksOf, gatherBatch } from './batches.js';
import type { EpochMeter } from './epoch-meter.js';
import type { TrainingJob } from './job.js';

/** Images that are validated between two looks at the clock. */
const chunk = 512;

/**
 * Scores the held-back samples by the weights as they are, chunk by chunk.
 *
 * @param meter counts the images
 * @returns the evaluation, or undefined where the run was asked to end before it was complete
 */
export async function* validate(
  { trainer, dataset, split, control }: TrainingJob,
  meter: EpochMeter,
): AsyncGenerator<{ step: number; steps: number }, Evaluation | undefined> {
  const chunks = [...chunksOf(split.validation, chunk)];
  const labels = new Uint8Array(split.validation.length);
  const probabilities = new Float32Array(labels.length * 10);
  for (const [index, indices] of chunks.entries()) {
    const batch = gatherBatch(dataset, indices);
    labels.set(batch.labels, index * chunk);
    probabilities.set(await trainer.classify(batch.images), index * chunk * 10);
    meter.images += indices.length;
    if (control.signal.aborted) return undefined;
    yield { step: index + 1, steps: chunks.length };
  }
  return evaluatePredictions(labels, probabilities);
}
