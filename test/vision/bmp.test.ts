import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeGrey } from '../../src/vision/decode.js';
import { previewPng } from '../../src/vision/preview.js';

/** Two rows of three pixels: red, green, blue; black, grey, white. */
const colours = [
  [0xff0000, 0x00ff00, 0x0000ff],
  [0x000000, 0x808080, 0xffffff],
];
const greys = [76, 150, 29, 0, 128, 255];

interface BmpOptions {
  bits: number;
  topDown?: boolean;
  compression?: number;
  /** `old` is the header of OS/2. */
  header?: 'usual' | 'old';
}

/** The picture above as a Windows bitmap. */
function bmp({ bits, topDown, compression = 0, header = 'usual' }: BmpOptions): Buffer {
  const palette = bits <= 8 ? colours.flat() : [];
  const entry = header === 'old' ? 3 : 4;
  const length = header === 'old' ? 12 : 40;
  const masks = compression === 3 ? [0xff0000, 0xff00, 0xff] : [];
  const start = 14 + length + masks.length * 4 + palette.length * entry;
  const rowBytes = Math.ceil((3 * bits) / 32) * 4;
  const file = Buffer.alloc(start + 2 * rowBytes);
  file.write('BM', 'latin1');
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(length, 14);
  if (header === 'old') {
    file.writeUInt16LE(3, 18);
    file.writeUInt16LE(2, 20);
    file.writeUInt16LE(bits, 24);
  } else {
    file.writeInt32LE(3, 18);
    file.writeInt32LE(topDown ? -2 : 2, 22);
    file.writeUInt16LE(bits, 28);
    file.writeUInt32LE(compression, 30);
  }
  masks.forEach((mask, index) => {
    file.writeUInt32LE(mask, 54 + 4 * index);
  });
  palette.forEach((colour, index) => {
    file.writeUIntLE(colour, 14 + length + index * entry, 3);
  });
  colours.forEach((row, y) => {
    const at = start + rowBytes * (topDown ? y : 1 - y);
    row.forEach((colour, x) => {
      if (bits === 8) file[at + x] = y * 3 + x;
      else if (bits === 4) file[at + (x >> 1)] |= (y * 3 + x) << (x % 2 === 0 ? 4 : 0);
      else file.writeUIntLE(colour, at + (x * bits) / 8, 3);
    });
  });
  return file;
}

describe('a bitmap', () => {
  it.each<BmpOptions>([
    { bits: 4 },
    { bits: 8 },
    { bits: 24 },
    { bits: 32 },
    { bits: 24, topDown: true },
    { bits: 32, compression: 3 },
    { bits: 8, header: 'old' },
    { bits: 24, header: 'old' },
  ])('is read: %o', async (options) => {
    const picture = await decodeGrey(bmp(options));
    expect([...picture.pixels]).toEqual(greys);
    expect(picture.source).toEqual({ width: 3, height: 2, format: 'bmp' });
  });

  it('of one bit is black and white', async () => {
    const file = Buffer.alloc(62 + 4);
    file.write('BM', 'latin1');
    file.writeUInt32LE(62, 10);
    file.writeUInt32LE(40, 14);
    file.writeInt32LE(10, 18);
    file.writeInt32LE(1, 22);
    file.writeUInt16LE(1, 28);
    file.writeUInt32LE(0xffffff, 58);
    file[62] = 0b10100000;
    file[63] = 0b01000000;
    const { pixels } = await decodeGrey(file);
    expect([...pixels]).toEqual([255, 0, 255, 0, 0, 0, 0, 0, 0, 255]);
  });

  it('is made smaller, and shown, like any other picture', async () => {
    const file = Buffer.alloc(54 + 800 * 600 * 3, 200);
    bmp({ bits: 24 }).copy(file, 0, 0, 54);
    file.writeInt32LE(800, 18);
    file.writeInt32LE(600, 22);
    expect(await decodeGrey(file)).toMatchObject({ width: 512, height: 384 });
    const { png, ...facts } = await previewPng(file, { width: 40, height: 40 });
    expect(facts).toEqual({ width: 800, height: 600, format: 'bmp' });
    expect(await sharp(png).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  it.each([
    ['fewer pixels than it says', bmp({ bits: 24 }).subarray(0, 60), /truncated or damaged/],
    ['half a header', bmp({ bits: 24 }).subarray(0, 30), /truncated or damaged/],
    ['run-length compression', bmp({ bits: 8, compression: 1 }), /of a kind that is not read/],
    ['16 bits a pixel', bmp({ bits: 16 }), /of a kind that is not read/],
  ])('with %s is refused', async (_, file, message) => {
    await expect(decodeGrey(file)).rejects.toThrow(message);
  });

  it('over the limit is refused by its header', async () => {
    const file = bmp({ bits: 24 });
    file.writeInt32LE(10_000, 18);
    file.writeInt32LE(10_000, 22);
    await expect(decodeGrey(file)).rejects.toThrow(/10000x10000, over the limit of 50 megapixels/);
  });
});
