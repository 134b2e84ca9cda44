import { quickestSide } from './limits.js';

/** What the header of a plain JPEG says. */
export interface JpegHeader {
  /** Pixels. */
  width: number;
  height: number;
  /** 1 for grey, 3 for colour. */
  channels: 1 | 3;
}

/**
 * Reads the markers of a JPEG (ITU T.81, annex B) up to its picture.
 *
 * @returns undefined where it is no JPEG, or one whose pixels depend on more than these bytes say
 * plainly: turned by EXIF, with a colour profile, progressive, cut short
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  const { length } = bytes;
  if (length < 4 || marker(bytes, 0) !== startOfImage) return undefined;
  if (marker(bytes, length - 2) !== endOfImage) return undefined;
  let header: JpegHeader | undefined;
  for (let at = 2; at + 4 <= length; ) {
    const kind = marker(bytes, at);
    if (kind === startOfScan) return header;
    if (kind === baseline) header = frameAt(bytes, at);
    else if (!harmless.has(kind)) return undefined;
    at += 2 + marker(bytes, at + 2);
  }
  return undefined;
}

const startOfImage = 0xffd8;
const endOfImage = 0xffd9;
const startOfScan = 0xffda;
const baseline = 0xffc0;
/** JFIF's note, Huffman and quantisation tables, the restart interval, a comment. */
const harmless = new Set([0xffe0, 0xffc4, 0xffdb, 0xffdd, 0xfffe]);

/** Two bytes, or NaN beyond the end. */
function marker(bytes: Uint8Array, at: number): number {
  return bytes[at] * 256 + bytes[at + 1];
}

function frameAt(bytes: Uint8Array, at: number): JpegHeader | undefined {
  const [precision, channels] = [bytes[at + 4], bytes[at + 9]];
  const [height, width] = [marker(bytes, at + 5), marker(bytes, at + 7)];
  const fits = Math.max(width, height) <= quickestSide && width > 0 && height > 0;
  if (precision !== 8 || !fits || (channels !== 1 && channels !== 3)) return undefined;
  return { width, height, channels };
}
