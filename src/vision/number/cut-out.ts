import { cropGrey } from '../grey-image.js';
import { centreStage } from '../stages/centre.js';
import { cropStage } from '../stages/crop.js';
import { levelsStage } from '../stages/levels.js';
import { newWork } from '../stages/new-work.js';
import { scaleStage } from '../stages/scale.js';
import type { Work } from '../stages/stage.js';
import { strokeStage } from '../stages/stroke.js';
import { wipeAround } from '../wipe-around.js';
import type { InkSheet } from './ink-sheet.js';
import type { Part } from './parts.js';

/** Around a digit, for the soft edge of its strokes, in pixels. */
const margin = 4;

/** Makes a part of a sheet the 28x28 that the network wants, by the stages of a single digit. */
export function cutOut(sheet: InkSheet, { box, mask }: Part): Uint8Array {
  const left = Math.max(0, box[0] - margin);
  const top = Math.max(0, box[1] - margin);
  const right = Math.min(sheet.image.width, box[0] + box[2] + margin);
  const bottom = Math.min(sheet.image.height, box[1] + box[3] + margin);
  const around = [left, top, right - left, bottom - top] as const;
  const inked = new Uint8Array(around[2] * around[3]);
  for (let y = 0; y < box[3]; y++) {
    const row = mask.subarray(y * box[2], (y + 1) * box[2]);
    inked.set(row, (box[1] - top + y) * around[2] + box[0] - left);
  }
  const image = wipeAround(cropGrey(sheet.image, around), inked);
  const work: Work = { ...newWork(image), mask: inked, polarity: sheet.polarity, box };
  const stages = [levelsStage, cropStage, strokeStage, scaleStage, centreStage];
  return stages.reduce((before, stage) => stage.apply(before)?.work ?? before, work).image.pixels;
}
