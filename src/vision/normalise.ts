import type { Box, GreyImage } from './grey-image.js';
import { backgroundStage } from './stages/background.js';
import { centreStage } from './stages/centre.js';
import { componentsStage } from './stages/components.js';
import { cropStage } from './stages/crop.js';
import { formStage } from './stages/form.js';
import { levelsStage } from './stages/levels.js';
import { newWork } from './stages/new-work.js';
import { polarityStage } from './stages/polarity.js';
import { scaleStage } from './stages/scale.js';
import { sizeStage } from './stages/size.js';
import type { Polarity, Stage, Work } from './stages/stage.js';
import { strokeStage } from './stages/stroke.js';
import { thresholdStage } from './stages/threshold.js';

/** What one stage did. */
interface StageReport {
  name: string;
  /** A few words for people: `dark on light`. */
  words: string;
  /** The picture after it. */
  image: GreyImage;
}

/** A picture as the network wants it, and how it came to be so. */
export interface Normalised {
  /** 28 × 28 bytes, light on dark; all 0 where the picture is blank. */
  image: Uint8Array;
  stages: readonly StageReport[];
  polarity: Polarity;
  /** Mean width of the strokes, in pixels of the picture; 0 where it was not measured. */
  strokeWidth: number;
  /** Where the digit is, in pixels of the picture. */
  box: Box;
  /** A guess at how many digits there are: above 1 it may be a number. */
  digits: number;
  /** True where no ink was found. */
  blank: boolean;
}

/** From a picture of anyone's to MNIST's form, in this order; one that is in it has no need of them. */
const stages: readonly Stage[] = [
  sizeStage,
  polarityStage,
  backgroundStage,
  thresholdStage,
  componentsStage,
  levelsStage,
  cropStage,
  strokeStage,
  scaleStage,
  centreStage,
];

/**
 * Makes a grey picture of one digit into the 28x28 that the network was trained on. One that is in
 * this form already stays as it is.
 */
export function normalise(picture: GreyImage): Normalised {
  const { width, height, pixels } = picture;
  const work = newWork({ width, height, pixels });
  const inForm = formStage.apply(work);
  if (inForm) return finish(inForm.work, [reportOf(formStage, inForm)]);
  return goThrough(isBlackOnWhite(picture) ? { ...work, shade: 'none' } : work);
}

function goThrough(begin: Work): Normalised {
  const reports: StageReport[] = [];
  let work = begin;
  for (const stage of stages) {
    const done = stage.apply(work);
    if (!done) continue;
    work = done.work;
    reports.push(reportOf(stage, done));
    if (work.ending) break;
  }
  return finish(work, reports);
}

function reportOf(stage: Stage, { work, words }: { work: Work; words: string }): StageReport {
  return { name: stage.name, words, image: pictureAfter(stage, work) };
}

function finish(work: Work, reports: readonly StageReport[]): Normalised {
  const blank = work.ending === 'blank';
  return {
    image: blank ? new Uint8Array(28 * 28) : work.image.pixels,
    stages: reports,
    polarity: work.polarity,
    strokeWidth: work.strokeWidth * work.scale,
    box: work.box,
    digits: work.digits,
    blank,
  };
}

/** The threshold leaves the image as it is: what it finds is the mask. */
function pictureAfter(stage: Stage, { image, mask }: Work): GreyImage {
  if (stage !== thresholdStage) return image;
  return { ...image, pixels: mask.map((value) => value * 255) };
}

/** Of 255, what counts as black or white: JPEG leaves a little of an edge around it. */
const pure = 16;

/** True where hardly a pixel is anything between black and white, and there is some of either. */
function isBlackOnWhite({ pixels }: GreyImage): boolean {
  let [black, white] = [0, 0];
  for (const value of pixels) {
    if (value <= pure) black++;
    else if (value >= 255 - pure) white++;
  }
  return Math.min(black, white) > 0 && black + white >= 0.95 * pixels.length;
}
