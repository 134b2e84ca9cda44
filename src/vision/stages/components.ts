import { extremeFilter } from '../box-filter.js';
import { type Component, findComponents } from '../find-components.js';
import type { Box, GreyImage } from '../grey-image.js';
import type { Stage, Work } from './stage.js';

/** Keeps the parts of one digit; specks, lines and what comes in from the border are wiped out. */
export const componentsStage: Stage = {
  name: 'components',
  apply(work) {
    const { width, height } = work.image;
    const { labels, components } = findComponents(work.mask, width, height);
    const inked = components.filter(({ area }) => area >= smallestArea(work.image));
    if (inked.length === 0) {
      return { work: { ...work, ending: 'blank' }, words: 'blank: only specks' };
    }
    const main = mainComponent(inked, work.image);
    const parts = partsOf(main, inked, work.image);
    const wanted = new Uint8Array(components.length + 1);
    for (const { label } of parts) wanted[label] = 1;
    const mask = new Uint8Array(labels.length);
    for (let index = 0; index < mask.length; index++) mask[index] = wanted[labels[index]];
    const image = wipeAround(work.image, mask);
    const left = components.length - parts.length;
    const words = `${parts.length === 1 ? '1 part' : `${parts.length} parts`} kept, ${left} left out`;
    return { work: { ...work, image, mask, box: inPicture(boxAround(parts), work.scale) }, words };
  },
};

/** A stroke this small cannot be read: a square of 2 % of the longest side. */
function smallestArea({ width, height }: GreyImage): number {
  return Math.max(4, (Math.max(width, height) * 0.02) ** 2);
}

/** The largest, where being cut by the border or shaped like a ruled line counts against it. */
function mainComponent(components: readonly Component[], image: GreyImage): Component {
  const weight = (component: Component) =>
    component.area *
    (isLine(component, image) ? 0.01 : 1) *
    (bordersTouched(component, image) > 0 ? 0.2 : 1);
  return components.reduce((best, next) => (weight(next) > weight(best) ? next : best));
}

/** Other components near the main one, as large as a stroke of it. */
function partsOf(main: Component, components: readonly Component[], image: GreyImage): Component[] {
  const parts = [main];
  // A part may be near the main one only through another part.
  for (let known = 0; known < parts.length; known++) {
    for (const other of components) {
      if (parts.includes(other) || !belongs(other, main, image)) continue;
      if (gapBetween(parts[known], other) <= 0.15 * longestSide(main)) parts.push(other);
    }
  }
  return parts;
}

function belongs(other: Component, main: Component, image: GreyImage): boolean {
  const cut = bordersTouched(other, image) > bordersTouched(main, image);
  return other.area >= 0.03 * main.area && !cut && !isLine(other, image);
}

/** Spans most of the picture, and is thin along all of it. */
function isLine({ box, area }: Component, image: GreyImage): boolean {
  const [, , width, height] = box;
  const spans = width > 0.7 * image.width || height > 0.7 * image.height;
  const long = Math.max(width, height);
  return spans && Math.min(width, height) < 0.12 * long && area < 0.06 * long ** 2;
}

function bordersTouched({ box: [x, y, width, height] }: Component, image: GreyImage): number {
  const touches = [x === 0, y === 0, x + width === image.width, y + height === image.height];
  return touches.filter(Boolean).length;
}

function longestSide({ box: [, , width, height] }: Component): number {
  return Math.max(width, height);
}

/** Pixels between two boxes, 0 where they overlap. */
function gapBetween({ box: a }: Component, { box: b }: Component): number {
  const across = Math.max(a[0] - (b[0] + b[2]), b[0] - (a[0] + a[2]), 0);
  const down = Math.max(a[1] - (b[1] + b[3]), b[1] - (a[1] + a[3]), 0);
  return Math.hypot(across, down);
}

function boxAround(components: readonly Component[]): Box {
  const left = Math.min(...components.map(({ box }) => box[0]));
  const top = Math.min(...components.map(({ box }) => box[1]));
  const right = Math.max(...components.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(...components.map(({ box }) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}

/** A box in pixels of the picture that went in. */
function inPicture(box: Box, scale: number): Box {
  const [x, y, width, height] = box.map((value) => Math.round(value * scale));
  return [x, y, Math.max(1, width), Math.max(1, height)];
}

/** Black where there is no ink within two pixels: the soft edge of a stroke stays. */
function wipeAround(image: GreyImage, mask: Work['mask']): GreyImage {
  const near = extremeFilter({ ...image, pixels: mask }, 2, 'largest').pixels;
  for (let index = 0; index < near.length; index++) near[index] *= image.pixels[index];
  return { ...image, pixels: near };
}
