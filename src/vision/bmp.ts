import { damaged, tooManyPixels, unsupportedBmp } from './unreadable.js';

/** A picture in colour. */
export interface RgbImage {
  /** Pixels. */
  width: number;
  height: number;
  /** width × height × 3 bytes: red, green, blue. */
  pixels: Uint8Array;
}

/** True where the bytes begin as a Windows bitmap does: its mark, and a header of a known length. */
export function isBmp(bytes: Uint8Array): boolean {
  return bytes.length >= 18 && bytes[0] === 0x42 && bytes[1] === 0x4d && bytes[14] >= 12;
}

/**
 * Reads an uncompressed Windows bitmap of 1, 4, 8, 24 or 32 bits a pixel; a fourth channel is left
 * out, as most programs do. Format: Microsoft's BITMAPFILEHEADER and BITMAPINFOHEADER.
 *
 * @param options.name of the file, for the words of a problem
 * @param options.megapixels largest width × height, in millions
 * @throws Problem where it is damaged, packed, or over the limit
 */
export function readBmp(
  bytes: Uint8Array,
  { name, megapixels }: { name: string; megapixels: number },
): RgbImage {
  const header = readHeader(bytes, name);
  const { width, height, bits } = header;
  if (width * height > megapixels * 1e6) throw tooManyPixels(name, { width, height }, megapixels);
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (width === 0 || height === 0 || header.start + rowBytes * height > bytes.length) {
    throw damaged(name, 'it has fewer pixels than its header says');
  }
  const pixels = new Uint8Array(width * height * 3);
  const copyRow = bits <= 8 ? copyIndexed : copyDirect;
  for (let y = 0; y < height; y++) {
    const row = header.isTopDown ? y : height - 1 - y;
    const from = header.start + row * rowBytes;
    copyRow(bytes.subarray(from, from + rowBytes), pixels.subarray(y * width * 3), header);
  }
  return { width, height, pixels };
}

interface BmpHeader {
  width: number;
  height: number;
  /** Rows come from the bottom up where it is false. */
  isTopDown: boolean;
  bits: number;
  /** Where the pixels begin, in bytes of the file. */
  start: number;
  /** Colours of an indexed picture: blue, green, red, and where they are four bytes one that says nothing. */
  palette: Uint8Array;
  paletteStep: number;
}

function readHeader(bytes: Uint8Array, name: string): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(14, true);
  // The header of OS/2, with 16 bits a side and colours of three bytes.
  const isOld = length === 12;
  if (bytes.length < 14 + length || (!isOld && length < 40)) throw damaged(name, 'its header ends');
  const height = isOld ? view.getInt16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(isOld ? 24 : 28, true);
  const compression = isOld ? 0 : view.getUint32(30, true);
  const isPlain = compression === 0 || (compression === 3 && bits === 32 && hasUsualMasks(view));
  if (!isPlain || ![1, 4, 8, 24, 32].includes(bits)) throw unsupportedBmp(name);
  return {
    width: isOld ? view.getUint16(18, true) : Math.abs(view.getInt32(18, true)),
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    start: view.getUint32(10, true),
    palette: bytes.subarray(14 + length, view.getUint32(10, true)),
    paletteStep: isOld ? 3 : 4,
  };
}

/** Red, green and blue where a picture without masks has them. */
function hasUsualMasks(view: DataView): boolean {
  if (view.byteLength < 66) return false;
  const masks = [54, 58, 62].map((at) => view.getUint32(at, true));
  return masks[0] === 0xff0000 && masks[1] === 0xff00 && masks[2] === 0xff;
}

function copyIndexed(row: Uint8Array, rgb: Uint8Array, header: BmpHeader): void {
  const { width, bits, palette, paletteStep } = header;
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  for (let x = 0; x < width; x++) {
    const shift = 8 - bits * ((x % perByte) + 1);
    const colour = ((row[Math.floor(x / perByte)] >> shift) & mask) * paletteStep;
    // Beyond the palette all is black.
    rgb[3 * x] = palette[colour + 2] ?? 0;
    rgb[3 * x + 1] = palette[colour + 1] ?? 0;
    rgb[3 * x + 2] = palette[colour] ?? 0;
  }
}

function copyDirect(row: Uint8Array, rgb: Uint8Array, { width, bits }: BmpHeader): void {
  const step = bits / 8;
  for (let x = 0; x < width; x++) {
    rgb[3 * x] = row[step * x + 2];
    rgb[3 * x + 1] = row[step * x + 1];
    rgb[3 * x + 2] = row[step * x];
  }
}
