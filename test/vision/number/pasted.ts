import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Classifier } from '../../../src/engine/engine.js';
import { openEngine } from '../../../src/engine/open-engine.js';
import { programRoot, Workspace } from '../../../src/host/workspace.js';
import { digitNetwork } from '../../../src/model/network.js';
import { decodeGrey } from '../../../src/vision/decode.js';
import { cropGrey, type GreyImage, resizeGrey } from '../../../src/vision/grey-image.js';
import { inkBox } from '../../../src/vision/ink-box.js';
import { findDigits } from '../../../src/vision/number/find-digits.js';
import { noNumber, type WrittenNumber, writtenNumber } from '../../../src/vision/number/number.js';

/** Where a digit is put, in pixels of the sheet. */
export interface Placed {
  digit: number;
  /** Which of the digits of that class. */
  sample?: number;
  left: number;
  top: number;
  height: number;
}

/** Dark ink on paper: digits of the data that comes with the program, and what else is drawn. */
export async function pasted(
  digits: readonly Placed[],
  {
    width,
    height,
    inked = () => false,
    paper = () => 225,
  }: {
    width: number;
    height: number;
    inked?: (x: number, y: number) => boolean;
    paper?: (x: number, y: number) => number;
  },
): Promise<GreyImage> {
  const ink = new Uint8Array(width * height);
  for (const { left, top, height: tall, ...which } of digits) {
    const digit = await cut(which);
    const wide = Math.round((digit.width * tall) / digit.height);
    const { pixels } = resizeGrey(digit, wide, tall);
    pixels.forEach((value, index) => {
      const at = (top + Math.floor(index / wide)) * width + left + (index % wide);
      ink[at] = Math.max(ink[at], value);
    });
  }
  const pixels = ink.map((value, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const share = Math.max(value, inked(x, y) ? 200 : 0) / 255;
    return paper(x, y) * (1 - 0.75 * share);
  });
  return { width, height, pixels };
}

/** A row of digits, each `gap` pixels after the one before; below 0 they touch or overlap. */
export async function row(
  text: string,
  { left, top, height, gap }: { left: number; top: number; height: number; gap: number },
): Promise<Placed[]> {
  const placed: Placed[] = [];
  let at = left;
  for (const [index, character] of [...text].entries()) {
    const which = { digit: Number(character), sample: index };
    const digit = await cut(which);
    placed.push({ ...which, left: at, top, height });
    at += Math.round((digit.width * height) / digit.height) + gap;
  }
  return placed;
}

async function cut({ digit, sample = 0 }: { digit: number; sample?: number }): Promise<GreyImage> {
  const folder = join(programRoot, 'data', 'digits_jpeg', String(digit));
  const file = readdirSync(folder).sort()[sample];
  const image = await decodeGrey(join(folder, file));
  return cropGrey(image, inkBox(image, 90));
}

let classifier: Promise<Classifier> | undefined;

async function shippedModel(): Promise<Classifier> {
  const { models } = new Workspace(programRoot);
  const { weights } = await models.load((await models.preferred()).name);
  return (await openEngine('portable')).createClassifier(digitNetwork, weights);
}

/** Reads a picture with the model that comes with the program. */
export async function readNumber(picture: GreyImage): Promise<WrittenNumber> {
  classifier ??= shippedModel();
  const found = findDigits(picture);
  if (!found || found.images.length === 0) return noNumber;
  return writtenNumber(found, await (await classifier).classify(found.images));
}
