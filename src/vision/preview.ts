import { defaultLimits, openPicture, type SourceFacts } from './decode.js';

/** A picture made small enough to be shown; width, height and format are those of the picture. */
export interface Preview extends SourceFacts {
  png: Buffer;
}

/**
 * Makes a picture fit into width × height pixels, in colour and upright, transparency on white.
 * It never grows.
 *
 * @throws Problem where it cannot be read or is over a limit
 */
export async function previewPng(
  input: string | Buffer,
  { width, height }: { width: number; height: number },
): Promise<Preview> {
  const { pipeline, source, explain } = await openPicture(input, defaultLimits);
  try {
    const png = await pipeline
      .resize(width, height, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .png({ compressionLevel: 1 })
      .toBuffer();
    return { ...source, png };
  } catch (error) {
    throw explain(error);
  }
}
