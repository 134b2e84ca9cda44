import { inflateSync } from 'node:zlib';
import type { GreyImage } from './half-blocks.js';

const signatureLength = 8;
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/**
 * The greys of a small PNG of 8 bits a channel without interlacing, as the host makes them, for terminals without
 * colours. Undefined for any other PNG. Format: https://www.w3.org/TR/png-3/
 */
export function pngGreys(png: Buffer): GreyImage | undefined {
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = signatureLength; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const channels = header && channelsOf[header[9]];
  if (!header || !channels || header[8] !== 8 || header[12] !== 0) return undefined;
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = grey(rows, index * channels, channels);
  }
  return { width, height, pixels };
}

/** Undoes the five filters of section 9 of the PNG specification. */
function unfilter(filtered: Buffer, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= step ? rows[at - step] : 0;
      const above = y > 0 ? rows[at - stride] : 0;
      const corner = x >= step && y > 0 ? rows[at - stride - step] : 0;
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      rows[at] = filtered[y * (stride + 1) + 1 + x] + guesses[filter];
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const distances = [left, above, corner].map((value) => Math.abs(guess - value));
  return [left, above, corner][distances.indexOf(Math.min(...distances))];
}

/** Luma of ITU-R BT.601; what is transparent is black. */
function grey(rows: Uint8Array, at: number, channels: number): number {
  const value =
    channels < 3 ? rows[at] : 0.299 * rows[at] + 0.587 * rows[at + 1] + 0.114 * rows[at + 2];
  const alpha = channels % 2 === 0 ? rows[at + channels - 1] / 255 : 1;
  return Math.round(value * alpha);
}
