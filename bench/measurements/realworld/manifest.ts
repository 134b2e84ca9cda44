import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../src/core/problem.js';

/** A picture of the folder of real pictures. */
export interface BenchPicture {
  /** Where it comes from: the name of its folder. */
  source: string;
  /** A digit, `not-a-digit`, or what is written on it. */
  label: string;
  file: string;
  /** True where a person could read it as a digit as well. */
  isAmbiguous: boolean;
}

/**
 * Reads `manifest.csv` of a folder: source, label and file come first, `ambiguous` stands in the
 * column of its name. No field holds a comma.
 *
 * @returns pictures with their whole path
 * @throws Problem where there is no manifest, or it lacks a column
 */
export async function readManifest(folder: string): Promise<BenchPicture[]> {
  const text = await readFile(join(folder, 'manifest.csv'), 'utf8').catch((cause) => {
    throw new Problem(`${folder} has no manifest.csv`, {
      remedy: 'name a folder of real pictures with --data',
      cause,
    });
  });
  return parseManifest(text).map((picture) => ({ ...picture, file: join(folder, picture.file) }));
}

export function parseManifest(text: string): BenchPicture[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  const places = ['source', 'label', 'file', 'ambiguous'].map((name) => {
    const place = columns.indexOf(name);
    if (place >= 0) return place;
    throw new Problem(`manifest.csv has no column ${name}`, {
      remedy: 'it needs source, label, file and ambiguous',
    });
  });
  return lines.map((line) => {
    const fields = line.split(',');
    const [source, label, file, ambiguous] = places.map((place) => fields[place] ?? '');
    return { source, label, file, isAmbiguous: ambiguous !== '' };
  });
}
