import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DecodedPicture } from '../decode.js';
import { toGrey } from '../luma.js';
import { readJpegHeader } from './jpeg-header.js';

/** @returns undefined for a JPEG that is not plain, or is damaged */
export type DecodeJpeg = (bytes: Uint8Array) => DecodedPicture | undefined;

/** libjpeg-turbo in WebAssembly: what sharp decodes with, so the pixels are the same to the bit. */
export async function loadJpegDecoder(): Promise<DecodeJpeg> {
  const require = createRequire(import.meta.url);
  const open: OpenCodec = require(`${codecPackage}/decodewasmjs`);
  const codec = await open({
    wasmBinary: await readFile(require.resolve(`${codecPackage}/decodewasm`)),
  });
  let decoder = new codec.JPEGDecoder();
  return (bytes) => {
    const header = readJpegHeader(bytes);
    if (!header) return undefined;
    try {
      decoder.getEncodedBuffer(bytes.length).set(bytes);
      decoder.decode();
      const { width, height, channels } = header;
      // The decoder's own memory, which the next picture overwrites: `toGrey` makes a copy.
      const data = decoder.getDecodedBuffer();
      if (data.length !== width * height * channels) return undefined;
      return {
        width,
        height,
        pixels: toGrey(data, channels),
        source: { width, height, format: 'jpeg' },
      };
    } catch {
      // It throws numbers, for warnings too, and is not to be used again.
      decoder = new codec.JPEGDecoder();
      return undefined;
    }
  };
}

const codecPackage = '@cornerstonejs/codec-libjpeg-turbo-8bit';

/** What we use of the package, which has no types. */
type OpenCodec = (options: {
  wasmBinary: Uint8Array;
}) => Promise<{ JPEGDecoder: new () => Decoder }>;
interface Decoder {
  /** Where to put the file, in the decoder's memory. */
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
}
