import { readFile, stat } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { Problem } from '../core/problem.js';
import { isBmp, readBmp } from './bmp.js';
import type { GreyImage } from './grey-image.js';
import { toGrey } from './luma.js';
import {
  damaged,
  emptyFile,
  nameForWords,
  notAFile,
  notAPicture,
  tooLarge,
  tooManyPixels,
  unopenable,
  unsupportedHeic,
} from './unreadable.js';

/** What a picture may cost. */
export interface DecodeLimits {
  /** Largest width × height, in millions. */
  megapixels: number;
  /** Largest file, in bytes. */
  bytes: number;
  /** A decoded picture is made smaller until its longest side fits, in pixels. */
  side: number;
}

export const defaultLimits: DecodeLimits = { megapixels: 50, bytes: 256 * 2 ** 20, side: 512 };

/** The picture itself, turned upright. */
export interface SourceFacts {
  /** Pixels. */
  width: number;
  height: number;
  /** As found in its bytes, whatever its name says: `jpeg`, `png`, … */
  format: string;
}

/** A picture as grey; `source` is its size before it was made smaller. */
export interface DecodedPicture extends GreyImage {
  source: SourceFacts;
}

export interface OpenPicture {
  /** Upright; limits are on, nothing is decoded yet. */
  pipeline: Sharp;
  source: SourceFacts;
  /** Turns what the decoder throws into a Problem about this picture. */
  explain: (error: unknown) => Problem;
}

// Pictures are read once: libvips' cache would hold memory for nothing, and files are decoded
// side by side, so threads within one file only cost.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads a picture as grey: upright by its EXIF note, transparency on white, first page or frame.
 *
 * @param input a file or its bytes
 * @throws Problem where it cannot be read or is over a limit
 */
export async function decodeGrey(
  input: string | Buffer,
  { limits = defaultLimits }: { limits?: DecodeLimits } = {},
): Promise<DecodedPicture> {
  const { pipeline, source, explain } = await openPicture(input, limits);
  const { side } = limits;
  // A resize that changes nothing still costs a third of the time of a small file.
  if (Math.max(source.width, source.height) > side) {
    pipeline.resize(side, side, { fit: 'inside' });
  }
  try {
    const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return { width, height, pixels: toGrey(data, channels), source };
  } catch (error) {
    throw explain(error);
  }
}

/**
 * Opens a picture and checks it against the limits by its header.
 *
 * @throws Problem where it cannot be read or is over a limit
 */
export async function openPicture(
  input: string | Buffer,
  limits: DecodeLimits,
): Promise<OpenPicture> {
  const name = nameOf(input);
  const bytes = typeof input === 'string' ? await readBytes(input, limits) : input;
  if (bytes.length === 0) throw emptyFile(name);
  if (isBmp(bytes)) return openBmp(bytes, { name, limits });
  const pipeline = sharp(bytes, {
    limitInputPixels: limits.megapixels * 1e6,
    failOn: 'truncated',
  });
  const metadata = await readMetadata(bytes, name);
  const { width, height } = metadata.autoOrient;
  if (width * height > limits.megapixels * 1e6) {
    throw tooManyPixels(name, { width, height }, limits.megapixels);
  }
  if (metadata.compression === 'hevc') throw unsupportedHeic(name);
  if ((metadata.orientation ?? 1) > 1) pipeline.autoOrient();
  return {
    pipeline,
    source: { width, height, format: metadata.format },
    explain: (error) => damaged(name, error),
  };
}

/** The one format that is read without sharp, which does not know it. */
function openBmp(
  bytes: Buffer,
  { name, limits }: { name: string; limits: DecodeLimits },
): OpenPicture {
  const { width, height, pixels } = readBmp(bytes, { name, megapixels: limits.megapixels });
  return {
    pipeline: sharp(pixels, { raw: { width, height, channels: 3 } }),
    source: { width, height, format: 'bmp' },
    explain: (error) => damaged(name, error),
  };
}

function nameOf(input: string | Buffer): string {
  return typeof input === 'string' ? nameForWords(input) : 'the picture';
}

async function readBytes(file: string, limits: DecodeLimits): Promise<Buffer> {
  try {
    const facts = await stat(file);
    // Reading a pipe would wait for ever.
    if (!facts.isFile()) throw notAFile(nameOf(file), facts.isDirectory() ? 'folder' : 'device');
    if (facts.size > limits.bytes) throw tooLarge(nameOf(file), facts.size, limits.bytes);
    return await readFile(file);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unopenable(nameOf(file), error);
  }
}

async function readMetadata(bytes: Buffer, name: string): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    if (/unsupported image format/.test(String(error))) throw notAPicture(name, bytes, error);
    throw damaged(name, error);
  }
}
