import * as z from 'zod';
import { checksum } from '../../core/checksum.js';
import type { Samples } from '../samples.js';
import { PathTable } from './path-table.js';

/**
 * A source as one file: sixteen bytes (a mark, the version of this form, the length of the header
 * and its checksum), a header in JSON, and the arrays one after the other, each from a multiple of
 * eight and with a checksum in the header. Numbers are little-endian.
 *
 * @param key of the source, so that a file that was renamed is not taken for another
 * @returns its parts in order, to be written without a copy
 */
export function packSamples(samples: Samples, key: string): Uint8Array[] {
  const { format, half, skipped, size, forms, remarks, stamp } = samples;
  const arrays = [
    stamp.paths.starts,
    stamp.paths.bytes,
    stamp.facts,
    samples.places,
    samples.labels,
    samples.images,
  ].map(bytesOf);
  const facts = { format, half, skipped, size, forms, remarks };
  const sections = arrays.map((array) => ({ bytes: array.length, check: checksum(array) }));
  const header = Buffer.from(JSON.stringify({ key, ...facts, sections }));
  const words = Buffer.concat([header, Buffer.alloc(gapAfter(header.length), ' ')]);
  const start = new DataView(new ArrayBuffer(startBytes));
  const numbers = [mark, packVersion, words.length, checksum(words)];
  numbers.forEach((number, index) => {
    start.setUint32(4 * index, number, true);
  });
  const gapped = arrays.flatMap((array) => [array, new Uint8Array(gapAfter(array.length))]);
  return [bytesOf(start), words, ...gapped];
}

/** Of the start of a packed file. */
export const startBytes = 16;

/** @returns the length of the header in bytes; undefined where these are not the first bytes of a packed file */
export function headerLength(start: Uint8Array): number | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (start.length < startBytes || view.getUint32(0, true) !== mark) return undefined;
  return view.getUint32(4, true) === packVersion ? view.getUint32(8, true) : undefined;
}

const headerSchema = z.object({
  key: z.string(),
  format: z.enum(['folders', 'idx', 'csv', 'npz']),
  half: z.enum(['train', 'test']).optional(),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  size: z.object({ width: z.number(), height: z.number() }).optional(),
  forms: z.object({ straight: z.number(), normalised: z.number(), darkOnLight: z.number() }),
  remarks: z.array(z.string()),
  sections: z.array(z.object({ bytes: z.number().int().min(0), check: z.number() })).length(6),
});
export type PackHeader = z.infer<typeof headerSchema>;

/** @returns undefined where the header is damaged */
export function readHeader(start: Uint8Array, words: Uint8Array): PackHeader | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (checksum(words) !== view.getUint32(12, true)) return undefined;
  const { data } = headerSchema.safeParse(JSON.parse(Buffer.from(words).toString('utf8')));
  return data;
}

/** Where each array begins, in bytes of the file, and at the end where it ends. */
export function sectionStarts({ sections }: PackHeader, headerEnd: number): number[] {
  const starts = [headerEnd];
  for (const { bytes } of sections) starts.push((starts.at(-1) ?? 0) + bytes + gapAfter(bytes));
  return starts;
}

/** The arrays that tell whether the source is as it was come before all others. */
export const stampSections = 3;

/**
 * @param file a whole packed file, or its bytes up to the end of the stamp
 * @param starts of its sections
 */
export function readStamp(file: Uint8Array, header: PackHeader, starts: readonly number[]) {
  const [pathStarts, pathBytes, facts] = header.sections;
  const { buffer } = file;
  return {
    paths: new PathTable(
      new Uint8Array(buffer, starts[1], pathBytes.bytes),
      new Uint32Array(buffer, starts[0], pathStarts.bytes / Uint32Array.BYTES_PER_ELEMENT),
    ),
    facts: new Float64Array(buffer, starts[2], facts.bytes / Float64Array.BYTES_PER_ELEMENT),
  };
}

/** The samples of a whole packed file, in its memory; undefined where an array is damaged. */
export function unpackSamples(
  file: Uint8Array,
  header: PackHeader,
  starts: readonly number[],
): Samples | undefined {
  const arrays = header.sections.map(({ bytes }, index) =>
    file.subarray(starts[index], starts[index] + bytes),
  );
  const isSound = arrays.every((array, index) => checksum(array) === header.sections[index].check);
  if (!isSound) return undefined;
  const [, , , places, labels, images] = arrays;
  const { key: _, sections: __, ...facts } = header;
  return {
    ...facts,
    images,
    labels,
    places: new Uint32Array(places.buffer, places.byteOffset, labels.length),
    stamp: readStamp(file, header, starts),
  };
}

/** `DSPK` */
const mark = 0x4b505344;
/** Goes up with the form of the file. */
const packVersion = 1;

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function gapAfter(length: number): number {
  return (8 - (length % 8)) % 8;
}
