import type { FormCounts } from '../dataset.js';
import { imageBytes, type LabelledImages } from '../dataset.js';
import { sharedBytes } from './shared.js';
import { marks, type PictureSheet } from './tasks.js';

/** What is in a sheet once every picture was looked at. */
export interface SheetSamples extends LabelledImages {
  /** Of each sample, its place in the sheet. */
  places: Uint32Array;
  forms: FormCounts;
}

/**
 * Takes the samples of a sheet together, in its memory, and leaves out what could not be read.
 *
 * @param labels of every place of the sheet
 */
export function takeSamples(sheet: PictureSheet, labels: Uint8Array): SheetSamples {
  const forms: FormCounts = { straight: 0, normalised: 0, darkOnLight: 0 };
  const places = new Uint32Array(labels.length);
  let count = 0;
  sheet.marks.forEach((mark, place) => {
    if (mark === marks.none) return;
    const form = mark & ~marks.darkOnLight;
    forms[form === marks.straight ? 'straight' : 'normalised']++;
    if (mark & marks.darkOnLight) forms.darkOnLight++;
    if (place !== count) {
      const from = place * imageBytes;
      sheet.images.copyWithin(count * imageBytes, from, from + imageBytes);
    }
    places[count++] = place;
  });
  const kept = sharedBytes(count);
  for (let sample = 0; sample < count; sample++) kept[sample] = labels[places[sample]];
  return {
    images: sheet.images.subarray(0, count * imageBytes),
    labels: kept,
    places: places.subarray(0, count),
    forms,
  };
}
