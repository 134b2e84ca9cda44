import sharp from 'sharp';
import type { GreyImage } from './grey-image.js';

/** A grey image as PNG. */
export async function encodePng({ width, height, pixels }: GreyImage): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}

/** A grey image as JPEG, hardly to be told from what it was. */
export async function encodeJpeg({ width, height, pixels }: GreyImage): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: 95 })
    .toBuffer();
}
