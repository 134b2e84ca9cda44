import { open } from 'node:fs/promises';
import { decodeGrey } from '../vision/decode.js';
import type { GreyImage } from '../vision/grey-image.js';
import { type DataFormat, imageBytes, imageSide, type SampleOrigin } from './dataset.js';

/**
 * A sample as it was before it became 28x28, made smaller where it is over 512 pixels long.
 *
 * @throws Problem where it is no longer there, or cannot be read
 */
export async function readOriginal(
  { file, entry = 0 }: SampleOrigin,
  format: DataFormat,
): Promise<GreyImage> {
  if (format === 'folders') return decodeGrey(file);
  const pixels = new Uint8Array(imageBytes);
  const handle = await open(file);
  try {
    await handle.read(pixels, 0, imageBytes, idxHeader + entry * imageBytes);
  } finally {
    await handle.close();
  }
  return { width: imageSide, height: imageSide, pixels };
}

/** Bytes before the first image of an IDX file. */
const idxHeader = 16;
