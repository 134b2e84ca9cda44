import { inflateSync } from 'node:zlib';
import { crc32 } from '../../core/crc32.js';
import type { DecodedPicture } from '../decode.js';
import { toGrey } from '../luma.js';
import { quickestSide } from './limits.js';
import { undoFilters } from './png-filters.js';

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * Decodes a PNG (https://www.w3.org/TR/png-3/) of 8 bits a channel: grey or colour, with alpha or
 * without, not interlaced.
 *
 * @returns undefined for any other, and where a byte is wrong
 */
export function decodePng(bytes: Uint8Array): DecodedPicture | undefined {
  const chunks = readChunks(bytes);
  const [header] = chunks ?? [];
  if (!chunks || header?.type !== 'IHDR' || header.body.length !== 13) return undefined;
  const layout = readLayout(header.body);
  if (!layout) return undefined;
  const { width, height, channels } = layout;
  const rowBytes = width * channels;
  const rows = inflate(chunks, (rowBytes + 1) * height);
  const data = rows && undoFilters(rows, { rowBytes, height, step: channels });
  if (!data) return undefined;
  return {
    width,
    height,
    pixels: toGrey(data, channels),
    source: { width, height, format: 'png' },
  };
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Chunk {
  type: string;
  body: Uint8Array;
}

/** What changes no pixel here, as sharp does not look at it either. */
const known = new Set(['IHDR', 'IDAT', 'IEND', 'tEXt', 'pHYs', 'tIME', 'sRGB', 'gAMA', 'cHRM']);

/** All of them, or undefined where one is cut short, damaged or not known. */
function readChunks(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!known.has(type) || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
      return undefined;
    }
    chunks.push({ type, body: bytes.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
}

interface Layout {
  width: number;
  height: number;
  channels: number;
}

/** Channels by colour type: grey, RGB, grey and alpha, RGBA. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

function readLayout(header: Uint8Array): Layout | undefined {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, compression, filter, interlace] = header.subarray(8);
  const channels = channelsOf[colour];
  const isPlain = depth === 8 && compression === 0 && filter === 0 && interlace === 0;
  const fits = Math.max(width, height) <= quickestSide && width > 0 && height > 0;
  return isPlain && fits && channels !== undefined ? { width, height, channels } : undefined;
}

/** The rows with their filters, or undefined where they are not `size` bytes. */
function inflate(chunks: readonly Chunk[], size: number): Uint8Array | undefined {
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body);
  try {
    const packed = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const rows = inflateSync(packed, { maxOutputLength: size });
    return rows.length === size ? rows : undefined;
  } catch {
    return undefined;
  }
}
