import type { Random } from '../../core/random.js';
import { imageBytes, imageSide } from '../../dataset/dataset.js';
import { sampleAt } from './sample-at.js';
import { fillSmoothField } from './smooth-field.js';

/** Shares of pictures that each kind of wear comes to; several may come to one. */
const wear = {
  /** Cut out and stretched towards a square. */
  squared: 0.15,
  /** Drawn or scanned with few pixels, and made larger again. */
  coarse: 0.2,
  /** Out of focus. */
  blurred: 0.12,
  /** Parted hard into ink and paper, with an edge that wavers. */
  rough: 0.25,
  /** A gap where the pen was not on the paper. */
  broken: 0.06,
  /** A piece of a ruled line, or of a box around the digit. */
  lined: 0.04,
} as const;

const before = new Uint8Array(imageBytes);
const field = new Float32Array(imageBytes);

/**
 * Leaves on a picture what photographing, scanning and cutting out leave, in place.
 *
 * @param image 784 bytes, light on dark
 */
export function wearOut(image: Uint8Array, random: Random): void {
  if (random.uniform() < wear.squared) square(image, random);
  if (random.uniform() < wear.broken) breakStroke(image, random);
  if (random.uniform() < wear.lined) leaveLine(image, random);
  const chance = random.uniform();
  if (chance < wear.coarse) coarsen(image, random);
  else if (chance < wear.coarse + wear.blurred) blur(image);
  if (random.uniform() < wear.rough) roughen(image, random);
}

/** Pixels of the longest side in MNIST's form. */
const length = 20;
/** The most that a side is stretched. */
const mostStretch = 2.2;

/** The box of the ink becomes 20 pixels high and nearly as wide, about the middle. */
function square(image: Uint8Array, random: Random): void {
  const [left, top, width, height] = inkBox(image);
  if (width === 0) return;
  before.set(image);
  const toWidth = Math.min(length * (0.7 + 0.3 * random.uniform()), width * mostStretch);
  const toHeight = Math.min(length, height * mostStretch);
  const [scaleX, scaleY] = [width / toWidth, height / toHeight];
  for (let row = 0; row < imageSide; row++) {
    const y = (row + 0.5 - imageSide / 2) * scaleY + top + height / 2 - 0.5;
    for (let column = 0; column < imageSide; column++) {
      const x = (column + 0.5 - imageSide / 2) * scaleX + left + width / 2 - 0.5;
      image[row * imageSide + column] = sampleAt(before, x, y);
    }
  }
}

/** The smallest box around what is not faint, as left, top, width and height. */
function inkBox(image: Uint8Array): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [imageSide, imageSide, -1, -1];
  for (let pixel = 0; pixel < imageBytes; pixel++) {
    if (image[pixel] < 64) continue;
    const [x, y] = [pixel % imageSide, Math.floor(pixel / imageSide)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  return right < 0 ? [0, 0, 0, 0] : [left, top, right - left + 1, bottom - top + 1];
}

/** Fewer pixels, half the time black or white alone, then a smooth picture of them again. */
function coarsen(image: Uint8Array, random: Random): void {
  const cells = 15 + random.below(9);
  const size = imageSide / cells;
  const isHard = random.uniform() < 0.6;
  const level = 70 + random.below(90);
  const coarse = new Float32Array(cells * cells);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const mean = meanOf(image, column * size, row * size, size);
      coarse[row * cells + column] = isHard ? (mean > level ? 255 : 0) : mean;
    }
  }
  for (let row = 0; row < imageSide; row++) {
    for (let column = 0; column < imageSide; column++) {
      const x = Math.min(cells - 1.001, Math.max(0, (column + 0.5) / size - 0.5));
      const y = Math.min(cells - 1.001, Math.max(0, (row + 0.5) / size - 0.5));
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const at = top * cells + left;
      const upper = coarse[at] + (coarse[at + 1] - coarse[at]) * (x - left);
      const lower = coarse[at + cells] + (coarse[at + cells + 1] - coarse[at + cells]) * (x - left);
      image[row * imageSide + column] = upper + (lower - upper) * (y - top);
    }
  }
}

/** Mean of a square, its pixels whole: those whose middle lies in it. */
function meanOf(image: Uint8Array, left: number, top: number, size: number): number {
  let [sum, count] = [0, 0];
  for (let row = Math.round(top); row < Math.round(top + size); row++) {
    for (let column = Math.round(left); column < Math.round(left + size); column++) {
      sum += image[row * imageSide + column];
      count++;
    }
  }
  return sum / count;
}

/** Binomial, 3 × 3; strokes keep their light in the middle. */
function blur(image: Uint8Array): void {
  before.set(image);
  for (let row = 1; row < imageSide - 1; row++) {
    for (let column = 1; column < imageSide - 1; column++) {
      const at = row * imageSide + column;
      const sides =
        before[at - 1] + before[at + 1] + before[at - imageSide] + before[at + imageSide];
      const corners =
        before[at - imageSide - 1] +
        before[at - imageSide + 1] +
        before[at + imageSide - 1] +
        before[at + imageSide + 1];
      image[at] = Math.min(255, ((before[at] * 4 + sides * 2 + corners) / 16) * 1.2);
    }
  }
}

/** The edge moves in and out by a smooth surface, and becomes hard. */
function roughen(image: Uint8Array, random: Random): void {
  fillSmoothField(field, 70, random);
  const gain = 1.2 + 3 * random.uniform();
  const level = 100 + (random.uniform() * 2 - 1) * 30;
  for (let pixel = 0; pixel < imageBytes; pixel++) {
    if (image[pixel] === 0) continue;
    const grain = (random.uniform() * 2 - 1) * 25;
    const light = (image[pixel] + field[pixel] * 0.6 + grain - level) * gain + level;
    image[pixel] = Math.min(255, Math.max(0, light));
  }
}

/** A line of paper, one or two pixels wide, somewhere through the middle. */
function breakStroke(image: Uint8Array, random: Random): void {
  const angle = random.uniform() * Math.PI;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [9 + 10 * random.uniform(), 9 + 10 * random.uniform()];
  const half = 0.3 + 0.5 * random.uniform();
  const long = 2 + 2 * random.uniform();
  for (let pixel = 0; pixel < imageBytes; pixel++) {
    const [right, down] = [(pixel % imageSide) - x, Math.floor(pixel / imageSide) - y];
    if (Math.abs(right * cos + down * sin) > long) continue;
    const beside = Math.abs(down * cos - right * sin);
    if (beside < half + 0.5) image[pixel] *= Math.max(0, Math.min(1, beside - half + 0.5));
  }
}

/** Along one side of the digit, over part of its length. */
function leaveLine(image: Uint8Array, random: Random): void {
  const isAcross = random.uniform() < 0.6;
  const beside = random.uniform() < 0.5 ? 3 + random.below(3) : imageSide - 4 - random.below(3);
  const from = 3 + random.below(10);
  const to = imageSide - 3 - random.below(10);
  const light = 120 + random.below(136);
  for (let along = from; along < to; along++) {
    const pixel = isAcross ? beside * imageSide + along : along * imageSide + beside;
    image[pixel] = Math.max(image[pixel], light);
  }
}
