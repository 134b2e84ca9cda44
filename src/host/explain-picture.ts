import { decodeGrey } from '../vision/decode.js';
import { encodePng } from '../vision/encode.js';
import { type GreyImage, resizeGrey } from '../vision/grey-image.js';
import { normalise } from '../vision/normalise.js';
import type { ExplainedStage, PictureBox, PictureExplanation } from './protocol.js';

/** Longest side of a stage's picture, in pixels. */
const side = 256;

/**
 * Tells what the stages make of a picture, with a small picture of each.
 *
 * @throws Problem where it cannot be read
 */
export async function explainPicture(source: string | Buffer): Promise<PictureExplanation> {
  const picture = await decodeGrey(source);
  const { width, height } = picture.source;
  const { stages, box, polarity, strokeWidth, blank } = normalise(picture);
  const scale = width / picture.width;
  const grey = { name: 'grey', words: `${width}x${height}, upright, as grey`, image: picture };
  return {
    width,
    height,
    stages: await Promise.all([grey, ...stages].map(explainedStage)),
    box: box.map((value) => Math.round(value * scale)) as unknown as PictureBox,
    polarity,
    strokeWidth: strokeWidth * scale,
    blank,
  };
}

async function explainedStage({
  name,
  words,
  image,
}: {
  name: string;
  words: string;
  image: GreyImage;
}): Promise<ExplainedStage> {
  const shrink = Math.min(1, side / Math.max(image.width, image.height));
  const scaled = (length: number) => Math.max(1, Math.round(length * shrink));
  const small = resizeGrey(image, scaled(image.width), scaled(image.height));
  const png = (await encodePng(small)).toString('base64');
  return { name, words, width: small.width, height: small.height, png };
}
