import { judgeRejection, type Rejection } from '../core/analysis/rejection.js';
import { fitTemperature, temper } from '../core/analysis/temperature.js';
import { createRandom } from '../core/random.js';
import { imageBytes } from '../dataset/dataset.js';
import type { Batch, Classifier } from '../engine/engine.js';
import { varyBatch } from './augment/vary.js';

/** How far weights can be trusted, for their model's card. */
export interface Judgement {
  /** Logits are divided by it before the softmax. */
  temperature: number;
  rejection: Rejection;
}

/** Digits that are looked at; with what is no digit, less than a second of work. */
const most = 2000;

/**
 * Judges weights by the held-back samples, varied as pictures of people are, and by drawings that
 * are no digit.
 *
 * @param validation indices of the samples, one at least
 */
export async function judge(
  classifier: Pick<Classifier, 'classify'>,
  { dataset, validation, seed }: { dataset: Batch; validation: Uint32Array; seed: number },
): Promise<Judgement> {
  const indices = Uint32Array.from({ length: most }, (_, at) => validation[at % validation.length]);
  const random = createRandom(seed);
  const { images, labels } = varyBatch(dataset, indices, { variety: 'strong', random });
  const digits = {
    labels: labels.subarray(0, most),
    probabilities: await classifier.classify(images.subarray(0, most * imageBytes)),
  };
  const others = await classifier.classify(images.subarray(most * imageBytes));
  const temperature = fitTemperature(digits);
  const tempered = { ...digits, probabilities: temper(digits.probabilities, temperature) };
  return { temperature, rejection: judgeRejection(tempered, temper(others, temperature)) };
}
