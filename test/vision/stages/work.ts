import type { GreyImage } from '../../../src/vision/grey-image.js';
import { newWork } from '../../../src/vision/stages/new-work.js';
import type { Stage, Work } from '../../../src/vision/stages/stage.js';

/** Work on an image that no stage has seen. */
export function workOn(image: GreyImage, known: Partial<Work> = {}): Work {
  return { ...newWork(image), ...known };
}

/** Work with light ink, its mask where the image is above the middle grey. */
export function workOnInk(image: GreyImage, known: Partial<Work> = {}): Work {
  return workOn(image, { mask: image.pixels.map((value) => (value > 127 ? 1 : 0)), ...known });
}

/** @throws where the stage has nothing to do */
export function applyStage(stage: Stage, work: Work): { work: Work; words: string } {
  const done = stage.apply(work);
  if (!done) throw new Error(`${stage.name} did nothing`);
  return done;
}
