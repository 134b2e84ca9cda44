import { defaultLimits, openPicture, type SourceFacts } from './decode.js';
import type { Box } from './grey-image.js';

/** A picture made small enough to be shown; width, height and format are those of the picture. */
export interface Preview extends SourceFacts {
  png: Buffer;
}

/**
 * Makes a picture fit into width × height pixels, in colour and upright, transparency on white.
 * It never grows. Boxes, in pixels of the picture, are outlined.
 *
 * @throws Problem where it cannot be read or is over a limit
 */
export async function previewPng(
  input: string | Buffer,
  { width, height, boxes = [] }: { width: number; height: number; boxes?: readonly Box[] },
): Promise<Preview> {
  const { pipeline, source, explain } = await openPicture(input, defaultLimits);
  try {
    pipeline
      .resize(width, height, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' });
    if (boxes.length > 0) {
      const shrink = Math.min(1, width / source.width, height / source.height);
      const size = [source.width, source.height].map((side) =>
        Math.max(1, Math.floor(side * shrink)),
      );
      pipeline.composite([{ input: outlines(boxes, size, shrink) }]);
    }
    return { ...source, png: await pipeline.png({ compressionLevel: 1 }).toBuffer() };
  } catch (error) {
    throw explain(error);
  }
}

/** Of the longest side, what an outline is wide and keeps away from what it is around. */
const outlineShare = 1 / 80;

/** An SVG of `size` pixels with a rectangle around each box. */
function outlines(
  boxes: readonly Box[],
  [width, height]: readonly number[],
  shrink: number,
): Buffer {
  const line = Math.max(1, Math.max(width, height) * outlineShare);
  const rectangles = boxes.map(([x, y, across, down]) => {
    const [left, top] = [x * shrink - line, y * shrink - line];
    const size = `width="${across * shrink + 2 * line}" height="${down * shrink + 2 * line}"`;
    return `<rect x="${left}" y="${top}" ${size}/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<g fill="none" stroke="#e0442e" stroke-width="${line}">${rectangles.join('')}</g></svg>`,
  );
}
