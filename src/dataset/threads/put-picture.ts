import type { GreyImage } from '../../vision/grey-image.js';
import { normalise } from '../../vision/normalise.js';
import { imageBytes } from '../dataset.js';
import { marks, type PictureSheet } from './tasks.js';

/**
 * Makes a picture 28x28 as recognition does, and puts it into its place of a sheet, with its mark.
 *
 * @returns `blank` where there is nothing to put
 */
export function putPicture(
  picture: GreyImage,
  sheet: PictureSheet,
  index: number,
): 'done' | 'blank' {
  const { image, blank, stages, polarity } = normalise(picture);
  if (blank) return 'blank';
  sheet.images.set(image, index * imageBytes);
  const isStraight = stages.length === 1;
  sheet.marks[index] =
    (isStraight ? marks.straight : marks.normalised) +
    (polarity === 'dark on light' ? marks.darkOnLight : 0);
  return 'done';
}

/** Puts a picture of 28x28 into its place of a sheet, light on dark as it is; one of another size stays out. */
export function putAsItIs({ pixels }: GreyImage, sheet: PictureSheet, index: number): void {
  if (pixels.length !== imageBytes) return;
  sheet.images.set(pixels, index * imageBytes);
  sheet.marks[index] = marks.straight;
}
