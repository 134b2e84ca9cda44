import type { Classifier } from '../engine/engine.js';
import { decodeGrey, defaultLimits } from '../vision/decode.js';
import { findDigits } from '../vision/number/find-digits.js';
import { noNumber, writtenNumber } from '../vision/number/number.js';
import type { PictureBox, PictureResult, ReadNumber } from './protocol.js';
import { type Candidate, type Reader, readPictures } from './read-pictures.js';

/** Longest side that is looked at, in pixels: a digit may be a small part of a page. */
const side = 2048;

/** Reads a few pictures as one digit each, and as the whole number that they show. */
export async function readNumbers(
  reader: Reader,
  candidates: readonly Candidate[],
): Promise<PictureResult[]> {
  const results = await readPictures(reader, candidates);
  for (const [index, candidate] of candidates.entries()) {
    const result = results[index];
    if ('error' in result || 'error' in candidate) continue;
    const start = performance.now();
    const number = await readNumber(reader.classifier, candidate.source);
    const milliseconds = result.milliseconds + performance.now() - start;
    results[index] = { ...result, milliseconds, number };
  }
  return results;
}

/** Finds the digits of a picture and reads them in one go. @throws Problem where it cannot be read */
async function readNumber(classifier: Classifier, source: string | Buffer): Promise<ReadNumber> {
  const picture = await decodeGrey(source, { limits: { ...defaultLimits, side } });
  const found = findDigits(picture);
  const isEmpty = !found || found.images.length === 0;
  const number = isEmpty ? noNumber : writtenNumber(found, await classifier.classify(found.images));
  const scale = picture.source.width / picture.width;
  return {
    ...number,
    digits: number.digits.map(({ image, box, ...digit }) => ({
      ...digit,
      box: box.map((value) => Math.round(value * scale)) as unknown as PictureBox,
      pixels: Buffer.from(image).toString('base64'),
    })),
  };
}
