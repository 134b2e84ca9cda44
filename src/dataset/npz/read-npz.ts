import { Problem } from '../../core/problem.js';
import { nameForWords } from '../../vision/unreadable.js';
import { requireReasonable } from '../bytes/limits.js';
import type { LoadOptions } from '../load-options.js';
import type { Half } from '../source/source-name.js';
import type { LabelledSquares } from '../squares/labelled-squares.js';
import { sharedBytes } from '../threads/shared.js';
import { findPair } from './array-names.js';
import { type GreyRange, greyRange } from './grey-range.js';
import { type NpzArray, numbersOf, readHeader } from './npz-arrays.js';

/**
 * Labelled pictures of an NPZ file such as Keras's mnist.npz.
 *
 * @param half the arrays to train on, such as x_train and y_train, or those to test on
 * @throws Problem where they are not there, are damaged or do not belong together; the signal's
 * reason where it is aborted
 */
export async function readNpz(
  file: string,
  half: Half,
  { onProgress, signal }: LoadOptions,
): Promise<LabelledSquares> {
  const pair = await findPair(file, half);
  const labels = await readLabels(pair.labels, signal);
  const header = await readHeader(pair.images);
  const size = squareOf(pair.images, header.shape);
  const [count] = header.shape;
  const name = nameForWords(file);
  requireReasonable(name, { count, ...size });
  if (count !== labels.length) {
    throw new Problem(`${name} has ${count} images, but ${labels.length} labels`, {
      remedy: 'save arrays that belong together',
    });
  }
  // Whether greys end at 1 or at 255 shows in all of them alone.
  const range = await greyRange(numbersOf(pair.images, header, signal), {
    file,
    imageSize: size.width * size.height,
  });
  const pixels = sharedBytes(count * size.width * size.height);
  let filled = 0;
  for await (const numbers of numbersOf(pair.images, header, signal)) {
    putGreys(numbers, pixels.subarray(filled), range);
    filled += numbers.length;
    onProgress?.({ done: Math.floor((filled / pixels.length) * count), total: count });
  }
  return { ...size, pixels, labels, skipped: [] };
}

function putGreys(numbers: Float64Array, pixels: Uint8Array, { scale }: GreyRange): void {
  for (let index = 0; index < numbers.length; index++) pixels[index] = numbers[index] * scale + 0.5;
}

/** n × height × width, with or without an axis of one colour, or n rows of the pixels of a square. */
function squareOf({ file, name }: NpzArray, shape: readonly number[]) {
  const sides = shape.slice(1).filter((length) => length !== 1);
  const [height, width = height] =
    sides.length === 1 ? [Math.sqrt(sides[0])] : sides.length === 2 ? sides : [Number.NaN];
  if (Number.isInteger(width) && Number.isInteger(height)) return { width, height };
  throw new Problem(
    `${nameForWords(file)} has ${name} of ${shape.join('x')}, which are no grey images`,
    {
      remedy: 'save them as count x height x width',
    },
  );
}

async function readLabels(array: NpzArray, signal?: AbortSignal): Promise<Uint8Array> {
  const header = await readHeader(array);
  const [count, ...rest] = header.shape;
  const perLabel = rest.reduce((product, length) => product * length, 1);
  const name = nameForWords(array.file);
  if (perLabel !== 1 && perLabel !== 10) {
    throw new Problem(
      `${name} has ${array.name} of ${header.shape.join('x')}, which are no labels`,
      {
        remedy: 'save one digit for each image, or ten shares',
      },
    );
  }
  requireReasonable(name, { count, width: perLabel, height: 1 });
  const labels = sharedBytes(count);
  let at = 0;
  let best = Number.NEGATIVE_INFINITY;
  for await (const numbers of numbersOf(array, header, signal)) {
    for (const number of numbers) {
      const [index, place] = [Math.floor(at / perLabel), at % perLabel];
      if (perLabel === 1) labels[index] = requireDigit(number, index, name);
      else if (place === 0 || number > best) {
        best = number;
        labels[index] = place;
      }
      at++;
    }
  }
  return labels;
}

function requireDigit(label: number, index: number, name: string): number {
  if (Number.isInteger(label) && label >= 0 && label <= 9) return label;
  throw new Problem(`${name} has the label ${label} at ${index}`, {
    remedy: 'use labels from 0 to 9',
  });
}
