import type { Glyphs } from '../glyphs.js';
import type { Capabilities } from '../terminal/capabilities.js';

/** A picture in greys, 0 black to 255 white, row after row. */
export interface GreyImage {
  width: number;
  height: number;
  pixels: ArrayLike<number>;
}

export interface DrawOptions {
  capabilities: Pick<Capabilities, 'colorLevel' | 'graphics'>;
  glyphs: Glyphs;
}

/** Whether pictures made of signs are half blocks; else they are a ramp of shades. */
export function drawsHalfBlocks({ capabilities, glyphs }: DrawOptions): boolean {
  const { graphics, colorLevel } = capabilities;
  // Where the terminal draws pictures itself, what is made of signs beside them is as good as signs allow.
  return graphics !== 'ascii' && colorLevel >= 2 && glyphs.mode === 'unicode';
}

/**
 * Painted lines, `width` cells by half the height: two pixels a cell, one above the other. Without enough colours
 * a sign stands for the mean of the two, bright on dark as the terminal shows it.
 */
export function greyLines(image: GreyImage, options: DrawOptions): string[] {
  const { capabilities, glyphs } = options;
  const blocks = drawsHalfBlocks(options);
  const rows = Math.ceil(image.height / 2);
  const at = (x: number, y: number) => image.pixels[y * image.width + x] ?? 0;
  return Array.from({ length: rows }, (_, row) => {
    const pairs = Array.from({ length: image.width }, (_, x) => ({
      upper: at(x, row * 2),
      lower: at(x, row * 2 + 1),
    }));
    if (blocks) return halfBlocks(pairs, capabilities.colorLevel);
    return pairs.map(({ upper, lower }) => shade((upper + lower) / 2, glyphs)).join('');
  });
}

/** Each pixel repeated to `scale` by `scale` pixels. */
export function enlarge(image: GreyImage, scale: number): GreyImage {
  const width = image.width * scale;
  const height = image.height * scale;
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const x = Math.floor((index % width) / scale);
    const y = Math.floor(Math.floor(index / width) / scale);
    pixels[index] = image.pixels[y * image.width + x];
  }
  return { width, height, pixels };
}

interface Pair {
  upper: number;
  lower: number;
}

function halfBlocks(pairs: readonly Pair[], colorLevel: number): string {
  let line = '';
  let last = '';
  for (const { upper, lower } of pairs) {
    const color = `\u001b[${code(38, upper, colorLevel)};${code(48, lower, colorLevel)}m`;
    line += color === last ? '▀' : `${color}▀`;
    last = color;
  }
  return `${line}\u001b[39;49m`;
}

function code(layer: 38 | 48, grey: number, colorLevel: number): string {
  const level = Math.round(Math.min(255, Math.max(0, grey)));
  if (colorLevel >= 3) return `${layer};2;${level};${level};${level}`;
  // The 24 greys of the 256 colours are 8, 18 … 238; black and white are 16 and 231.
  const step = Math.round((level - 8) / 10);
  const index = step < 0 ? 16 : step > 23 ? 231 : 232 + step;
  return `${layer};5;${index}`;
}

function shade(grey: number, { shades }: Glyphs): string {
  return shades[Math.min(shades.length - 1, Math.floor((grey / 256) * shades.length))];
}
