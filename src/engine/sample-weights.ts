import { noDigit } from './engine.js';

/**
 * How much each sample counts in the loss, [n]: by its class, and 1 where it shows no digit. The
 * loss is the sum of `weight * loss` over the number of samples, not over the sum of the weights, as
 * Keras has it for `class_weight` (keras/src/losses/loss.py, `sum_over_batch_size`).
 *
 * @param classWeights by digit
 */
export function sampleWeights(labels: Uint8Array, classWeights: readonly number[]): Float32Array {
  return Float32Array.from(labels, (label) => (label === noDigit ? 1 : classWeights[label]));
}
