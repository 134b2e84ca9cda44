import type { Random } from '../../core/random.js';
import { imageBytes } from '../../dataset/dataset.js';
import { type Batch, noDigit } from '../../engine/engine.js';
import { drawNonDigit } from '../synthesis/draw-non-digit.js';
import { writeGlyph } from '../synthesis/write-glyph.js';
import { writtenDigits } from '../synthesis/written-digits.js';
import { augment, augmentation, strongAugmentation } from './augment.js';
import { wearOut } from './wear.js';

/**
 * How the samples of a batch vary: `mild` moves and bends them; `strong` does so more with some of
 * them, wears those out, writes some anew by other hands and adds what shows no digit.
 */
export type Variety = 'mild' | 'strong';

/** Shares of `strong`. */
const strong = {
  /** Of the digits: varied by `strongAugmentation`, then worn out. */
  worn: 0.35,
  /** Of the digits: drawn from strokes instead. */
  written: 0.1,
  /** For each digit of the batch, so many images without one. */
  nonDigits: 0.2,
} as const;

/** The images of a batch of so many digits. */
export function batchLength(digits: number, variety: Variety): number {
  return digits + (variety === 'strong' ? Math.round(digits * strong.nonDigits) : 0);
}

/**
 * Makes a batch of samples as they vary.
 *
 * @param indices samples of the batch; images without a digit follow them
 */
export function varyBatch(
  samples: Batch,
  indices: Uint32Array,
  { variety, random }: { variety: Variety; random: Random },
) {
  const length = batchLength(indices.length, variety);
  const images = new Uint8Array(length * imageBytes);
  const labels = new Uint8Array(length).fill(noDigit);
  const vary = variety === 'mild' ? augment : varyStrongly;
  for (let position = 0; position < length; position++) {
    const target = images.subarray(position * imageBytes, (position + 1) * imageBytes);
    if (position >= indices.length) {
      drawNonDigit(target, samples, random);
      vary(target, target, random);
      continue;
    }
    const sample = indices[position];
    const label = samples.labels[sample];
    labels[position] = label;
    const written = variety === 'strong' && random.uniform() < strong.written;
    if (written) writeGlyph(oneOf(writtenDigits[label], random), target, random);
    const image = samples.images.subarray(sample * imageBytes, (sample + 1) * imageBytes);
    vary(written ? target : image, target, random);
  }
  return { images, labels };
}

function varyStrongly(image: Uint8Array, target: Uint8Array, random: Random): void {
  if (random.uniform() >= strong.worn) {
    augment(image, target, random, augmentation);
    return;
  }
  augment(image, target, random, strongAugmentation);
  wearOut(target, random);
}

function oneOf<Item>(items: readonly Item[], random: Random): Item {
  return items[random.below(items.length)];
}
