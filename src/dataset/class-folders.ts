import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../core/problem.js';
import { findPictures } from '../vision/find-pictures.js';
import { unopenable } from '../vision/unreadable.js';
import type { SkippedFile } from './dataset.js';

/** A picture and the digit that it is said to show. */
export interface LabelledFile {
  file: string;
  label: number;
}

export interface ClassFolders {
  /** By digit, then by path. */
  files: LabelledFile[];
  skipped: SkippedFile[];
}

/**
 * Finds the pictures in the folders 0 to 9 of a folder, or of the `digits_jpeg` in it.
 *
 * @param source as it was named, for the words of a problem
 * @throws Problem where there is no picture at all
 */
export async function findClassFolders(folder: string, source: string): Promise<ClassFolders> {
  const names = await listFolder(folder, source);
  if (names.length === 0) throw new Problem(`${source} is empty`, { remedy: layout(source) });
  const digits = names.filter((name) => /^\d$/.test(name)).sort();
  if (digits.length === 0 && names.includes('digits_jpeg')) {
    return findClassFolders(join(folder, 'digits_jpeg'), join(source, 'digits_jpeg'));
  }
  if (digits.length === 0) {
    throw new Problem(`${source} has no class folders`, { remedy: layout(source) });
  }
  const found: ClassFolders = { files: [], skipped: [] };
  for (const digit of digits) await addClass(found, join(folder, digit), Number(digit));
  if (found.files.length === 0 && found.skipped.length === 0) {
    throw new Problem(`${source} has class folders, but no pictures in them`, {
      remedy: layout(source),
    });
  }
  return found;
}

const extensions = ['jpg', 'jpeg', 'png'];

async function addClass(found: ClassFolders, folder: string, label: number): Promise<void> {
  try {
    const { files, problems } = await findPictures(folder, extensions);
    for (const file of files) found.files.push({ file, label });
    for (const { file, error } of problems) found.skipped.push({ file, reason: error });
  } catch (error) {
    found.skipped.push({ file: folder, reason: unopenable(String(label), error).line });
  }
}

async function listFolder(folder: string, source: string): Promise<string[]> {
  try {
    const facts = await stat(folder);
    if (facts.isDirectory()) return await readdir(folder);
  } catch (error) {
    const { message, remedy } = unopenable(source, error);
    const missing = message.endsWith('is not there');
    throw new Problem(message, { remedy: missing ? sources : remedy, cause: error });
  }
  throw new Problem(`${source} is a file, not a folder of samples`, { remedy: sources });
}

const sources = 'name a folder with class folders 0 to 9, or the word mnist';

function layout(source: string): string {
  return `put pictures (.jpg .jpeg .png) into folders named 0 to 9, as in ${join(source, '7', 'seven.jpg')}`;
}
