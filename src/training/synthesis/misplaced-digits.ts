import type { Random } from '../../core/random.js';
import { imageBytes, imageSide } from '../../dataset/dataset.js';
import type { Batch } from '../../engine/engine.js';
import { sampleAt } from '../augment/sample-at.js';

/** Digits that lie on their side are none; a 0 still is. */
const lyingDigits = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]);

/** Tries to find a sample that will do. */
const tries = 20;

/**
 * A digit that has fallen on its side: handwriting, and no digit.
 *
 * @param target 784 bytes, overwritten
 */
export function drawLyingDigit(target: Uint8Array, samples: Batch, random: Random): void {
  const side = random.uniform() < 0.5 ? 1 : -1;
  const sample = findSample(samples, random, (label) => lyingDigits.has(label));
  target.fill(0);
  stamp(target, sample, (x, y) => [side * y, -side * x]);
}

/**
 * Two or three digits beside each other, near or touching, as large together as one would be.
 *
 * @param target 784 bytes, overwritten
 */
export function drawSeveralDigits(target: Uint8Array, samples: Batch, random: Random): void {
  const count = random.uniform() < 0.75 ? 2 : 3;
  const zoom = count * (0.75 + 0.2 * random.uniform());
  const squeeze = 0.8 + 0.4 * random.uniform();
  target.fill(0);
  for (let place = 0; place < count; place++) {
    const sample = findSample(samples, random, () => true);
    const middle = ((place - (count - 1) / 2) * imageSide * 0.68) / count;
    const lower = (random.uniform() * 2 - 1) * 1.5;
    stamp(target, sample, (x, y) => [
      (x - middle) * zoom,
      (y - lower) * zoom * squeeze * (count === 2 ? 0.7 : 0.6),
    ]);
  }
}

function findSample(
  { images, labels }: Batch,
  random: Random,
  fits: (label: number) => boolean,
): Uint8Array {
  let index = random.below(labels.length);
  for (let tried = 0; tried < tries && !fits(labels[index]); tried++) {
    index = random.below(labels.length);
  }
  return images.subarray(index * imageBytes, (index + 1) * imageBytes);
}

/**
 * Lays an image over another, the lighter pixel winning.
 *
 * @param from the place in the image of a place in the target, both from the middle
 */
function stamp(
  target: Uint8Array,
  image: Uint8Array,
  from: (x: number, y: number) => readonly [number, number],
): void {
  const centre = (imageSide - 1) / 2;
  for (let row = 0; row < imageSide; row++) {
    for (let column = 0; column < imageSide; column++) {
      const [x, y] = from(column - centre, row - centre);
      const light = sampleAt(image, x + centre, y + centre);
      const pixel = row * imageSide + column;
      if (light > target[pixel]) target[pixel] = light;
    }
  }
}
