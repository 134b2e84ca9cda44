import type { GreyImage } from '../grey-image.js';
import { meanStrokeWidth } from '../stroke-width.js';
import { type CandidateLine, candidatesOf } from './candidates.js';
import { cutOut } from './cut-out.js';
import { type InkSheet, inkSheet } from './ink-sheet.js';
import { inkParts } from './parts.js';
import { readingOrder } from './reading-order.js';

/** What may be digits of a picture, before the network was asked. */
export interface FoundDigits {
  sheet: InkSheet;
  /** In reading order. */
  lines: CandidateLine[];
  /** 784 bytes a candidate, light on dark, line by line in their order. */
  images: Uint8Array;
}

/** Looks for the digits of a picture. @returns undefined where there is no ink */
export function findDigits(picture: GreyImage): FoundDigits | undefined {
  const sheet = inkSheet(picture);
  if (!sheet) return undefined;
  const stroke = meanStrokeWidth(sheet.mask, sheet.image);
  const lines = readingOrder(inkParts(sheet)).map((line) => candidatesOf(line, stroke));
  const all = lines.flatMap(({ candidates }) => candidates);
  const images = new Uint8Array(all.length * 784);
  all.forEach(({ part }, index) => {
    images.set(cutOut(sheet, part), index * 784);
  });
  return { sheet, lines, images };
}
