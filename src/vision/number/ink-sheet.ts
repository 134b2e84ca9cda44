import { type Box, cropGrey, type GreyImage, invertGrey, resizeGrey } from '../grey-image.js';
import { backgroundStage } from '../stages/background.js';
import { newWork } from '../stages/new-work.js';
import { polarityStage } from '../stages/polarity.js';
import type { Polarity } from '../stages/stage.js';
import { thresholdStage } from '../stages/threshold.js';
import { boxAround } from './boxes.js';
import { digitHeight, inkParts } from './parts.js';
import { removeRuledLines } from './ruled-lines.js';

/** A picture of several digits, its paper evened out, parted into ink and paper. */
export interface InkSheet {
  /** Ink is light on dark. */
  image: GreyImage;
  /** 1 where there is ink; ruled lines are gone. */
  mask: Uint8Array;
  polarity: Polarity;
  /** The sheet's first pixel in the picture, and pixels of the picture for one of the sheet. */
  left: number;
  top: number;
  scale: number;
}

/** Longest side in which a picture is looked through for writing, in pixels. */
const firstLook = { least: 256, most: 1024 };
/** Height of a digit in a sheet, in pixels: a thin stroke is then wide enough to be measured. */
const wantedHeight = 72;
/** Longest side of a sheet. */
const longest = 1400;

/**
 * Looks twice: at the whole picture for where there is writing and how tall it is, then at that
 * part of it in the size that later steps want.
 *
 * @returns undefined where there is no ink
 */
export function inkSheet(picture: GreyImage): InkSheet | undefined {
  const side = Math.max(picture.width, picture.height);
  const shrink = Math.min(firstLook.most, Math.max(firstLook.least, side)) / side;
  const far = lookAt(picture, { left: 0, top: 0, shrink });
  const parts = far ? inkParts(far) : [];
  if (!far || parts.length === 0) return undefined;
  const height = digitHeight(parts);
  const writing = boxAround(parts.map(({ box }) => box));
  const box = inPicture(writing, { margin: 0.6 * height, scale: far.scale, picture });
  const near = cropGrey(picture, box);
  const size = Math.min(
    wantedHeight / (height * far.scale),
    longest / Math.max(near.width, near.height),
  );
  const place = { left: box[0], top: box[1], shrink: size };
  return lookAt(near, place, far.polarity) ?? far;
}

function lookAt(
  part: GreyImage,
  { left, top, shrink }: { left: number; top: number; shrink: number },
  polarity?: Polarity,
): InkSheet | undefined {
  const scaled = (length: number) => Math.max(1, Math.round(length * shrink));
  const image = resizeGrey(part, scaled(part.width), scaled(part.height));
  const work = [polarity ? known(polarity) : polarityStage, backgroundStage, thresholdStage].reduce(
    (before, stage) => stage.apply(before)?.work ?? before,
    newWork(image),
  );
  if (work.ending === 'blank') return undefined;
  return {
    image: work.image,
    mask: removeRuledLines(work.mask, work.image),
    polarity: work.polarity,
    left,
    top,
    scale: part.width / image.width,
  };
}

/** What the first look found out holds for the second. */
function known(polarity: Polarity): Pick<typeof polarityStage, 'apply'> {
  return {
    apply: (work) => {
      const image = polarity === 'dark on light' ? invertGrey(work.image) : work.image;
      return { work: { ...work, image, polarity }, words: polarity };
    },
  };
}

/** A box of the sheet as a box of the picture, with a margin as far as the picture goes. */
function inPicture(
  [x, y, width, height]: Box,
  { margin, scale, picture }: { margin: number; scale: number; picture: GreyImage },
): Box {
  const left = Math.max(0, Math.floor((x - margin) * scale));
  const top = Math.max(0, Math.floor((y - margin) * scale));
  const right = Math.min(picture.width, Math.ceil((x + width + margin) * scale));
  const bottom = Math.min(picture.height, Math.ceil((y + height + margin) * scale));
  return [left, top, right - left, bottom - top];
}
