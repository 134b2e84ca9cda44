import { Problem } from '../../core/problem.js';
import { blankPicture } from '../../vision/unreadable.js';
import { imageBytes, imageSide, type SkippedFile } from '../dataset.js';
import type { LoadOptions } from '../load-options.js';
import type { Samples } from '../samples.js';
import { BatchesByTime } from '../threads/batches-by-time.js';
import { inThreads } from '../threads/reading-threads.js';
import { sharedBytes } from '../threads/shared.js';
import { takeSamples } from '../threads/sheet-samples.js';
import type { LabelledSquares } from './labelled-squares.js';
import { areDarkOnLight, turn } from './polarity.js';

/** Samples, but for what a reader knows of their files. */
export type SquareSamples = Omit<Samples, 'format' | 'half' | 'stamp'>;

/**
 * Makes samples of the pictures of a table. Those of 28x28 are what the network takes, and stay as
 * they are but for light and dark. Any other goes through the stages of recognition: a picture of
 * the same size that is to be read later goes through them too, and would look unlike a mere
 * resize.
 *
 * @param file that they are from, for what is left out
 * @throws Problem where nothing is left; the signal's reason where it is aborted
 */
export async function takeSquares(
  file: string,
  squares: LabelledSquares,
  options: LoadOptions,
): Promise<SquareSamples> {
  const { width, height } = squares;
  const isReady = width === imageSide && height === imageSide;
  const samples = isReady ? takeReady(squares) : await bringToForm(file, squares, options);
  if (samples.labels.length > 0) return samples;
  const { reason } = samples.skipped[0] ?? { reason: 'it is empty' };
  throw new Problem(`${file} holds no sample that can be read`, {
    remedy: `look at the first: ${reason}`,
  });
}

function takeReady(squares: LabelledSquares): SquareSamples {
  const { width, height, pixels, labels, skipped } = squares;
  const isTurned = areDarkOnLight(squares);
  if (isTurned) turn(pixels);
  const count = labels.length;
  return {
    images: pixels,
    labels,
    places: squares.entries ?? Uint32Array.from({ length: count }, (_, index) => index),
    skipped,
    size: { width, height },
    forms: { straight: count, normalised: 0, darkOnLight: isTurned ? count : 0 },
    remarks: isTurned
      ? ['its pictures are dark on light, as ink on paper; they were turned to light on dark']
      : [],
  };
}

async function bringToForm(
  file: string,
  squares: LabelledSquares,
  { onProgress, signal }: LoadOptions,
): Promise<SquareSamples> {
  const { labels, entries, width, height } = squares;
  const total = labels.length;
  const sheet = { images: sharedBytes(total * imageBytes), marks: sharedBytes(total) };
  const skipped: SkippedFile[] = [...squares.skipped];
  const batches = new BatchesByTime(total);
  let done = 0;
  await inThreads({
    next: () => {
      const batch = batches.next();
      return batch && { kind: 'normalise', squares: pixelsOf(squares), sheet, ...batch };
    },
    onReply: (reply, batch) => {
      batches.took(batch, reply.milliseconds);
      for (const { index } of reply.skipped) {
        skipped.push({ file, reason: blankPicture(`image ${entries?.[index] ?? index}`).line });
      }
      done += batch.end - batch.start;
      onProgress?.({ done, total });
    },
    signal,
  });
  const { places, ...samples } = takeSamples(sheet, labels);
  return {
    ...samples,
    places: places.map((place) => entries?.[place] ?? place),
    skipped,
    size: { width, height },
    remarks: [`its pictures of ${width}x${height} were brought to 28x28 as recognition does it`],
  };
}

function pixelsOf({ width, height, pixels }: LabelledSquares) {
  return { width, height, pixels };
}
