import type { Glyphs } from '../glyphs.js';
import type { Capabilities } from '../terminal/capabilities.js';
import type { GreyImage } from './half-blocks.js';
import { drawsHalfBlocks, greyLines } from './half-blocks.js';
import { pngGreys } from './png-greys.js';

export interface PictureOptions {
  png: Buffer;
  /** Names the content; the drawing is kept under it. */
  cacheKey: string;
  /** Cells to stay within. */
  width: number;
  height: number;
  capabilities: Capabilities;
  glyphs: Glyphs;
}

export interface PictureDrawing {
  lines: readonly string[];
  /** Cells of a line. */
  width: number;
}

const nothing: PictureDrawing = { lines: [], width: 0 };
const keptDrawings = 32;
const drawings = new Map<string, Promise<PictureDrawing>>();

/** A picture as painted lines within `width` by `height` cells, in its own shape; no lines where it cannot be drawn. */
export function pictureLines(options: PictureOptions): Promise<PictureDrawing> {
  const { cacheKey, width, height, glyphs } = options;
  if (width < 1 || height < 1) return Promise.resolve(nothing);
  const signs = drawsHalfBlocks(options) ? 'half-blocks' : glyphs.mode;
  const key = `${width}x${height} ${signs} ${cacheKey}`;
  const known = drawings.get(key);
  if (known) return known;
  const drawing = draw(options).catch(() => nothing);
  drawings.set(key, drawing);
  const [oldest] = drawings.keys();
  if (drawings.size > keptDrawings && oldest !== undefined) drawings.delete(oldest);
  return drawing;
}

async function draw(options: PictureOptions): Promise<PictureDrawing> {
  if (!drawsHalfBlocks(options)) return drawGreys(options);
  // Takes long to load, and only this screen needs it.
  const { default: terminalImage } = await import('terminal-image');
  const { png, width, height } = options;
  const text = await terminalImage.buffer(png, { width, height, preferNativeRender: false });
  const lines = text.split('\n').slice(0, height);
  return { lines, width: Math.max(0, ...lines.map((line) => line.split('▄').length - 1)) };
}

function drawGreys(options: PictureOptions): PictureDrawing {
  const picture = pngGreys(options.png);
  if (!picture) return nothing;
  const small = shrink(picture, options.width, options.height * 2);
  return { lines: greyLines(small, options), width: small.width };
}

/** As large as fits into `width` by `height`, each pixel the mean of those it stands for. */
export function shrink(image: GreyImage, width: number, height: number): GreyImage {
  const scale = Math.min(width / image.width, height / image.height);
  const columns = Math.max(1, Math.round(image.width * scale));
  const rows = Math.max(1, Math.round(image.height * scale));
  const pixels = new Uint8Array(columns * rows);
  for (let index = 0; index < pixels.length; index += 1) {
    const x = index % columns;
    const y = Math.floor(index / columns);
    const [left, right] = share(x, columns, image.width);
    const [top, bottom] = share(y, rows, image.height);
    let sum = 0;
    for (let line = top; line < bottom; line += 1) {
      for (let column = left; column < right; column += 1) {
        sum += image.pixels[line * image.width + column];
      }
    }
    pixels[index] = Math.round(sum / ((right - left) * (bottom - top)));
  }
  return { width: columns, height: rows, pixels };
}

/** Which of `source` pixels part `index` of `parts` stands for: at least one. */
function share(index: number, parts: number, source: number): [number, number] {
  const from = Math.min(source - 1, Math.floor((index * source) / parts));
  return [from, Math.max(from + 1, Math.floor(((index + 1) * source) / parts))];
}
