import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureExtensions } from '../../core/picture-extensions.js';
import { Problem } from '../../core/problem.js';
import { type FoundFolder, findPictures } from '../../vision/find-pictures.js';
import { unopenable } from '../../vision/unreadable.js';
import { isTooFresh, waitForTick } from '../cache/stamp.js';
import type { SkippedFile } from '../dataset.js';

/** A picture and the digit that it is said to show. */
export interface LabelledFile {
  file: string;
  label: number;
}

export interface ClassFolders {
  /** By digit, then by path. */
  files: LabelledFile[];
  skipped: SkippedFile[];
  /** All that were looked through, and those that decided that it is this one. */
  folders: FoundFolder[];
}

/**
 * Finds the pictures in the folders 0 to 9 of a folder, at any depth.
 *
 * @param source as it was named, for the words of a problem
 * @param looked folders whose content decided that it is this one
 * @throws Problem where there is no picture at all
 */
export async function findClassFolders(
  folder: string,
  source: string,
  looked: readonly string[] = [folder],
): Promise<ClassFolders> {
  const found = await lookThrough(folder, looked);
  // What comes to a folder after we looked, within one tick of its clock, would not show later.
  if (!found.folders.some(({ stats }) => isTooFresh(stats))) return requireSome(found, source);
  await waitForTick();
  return requireSome(await lookThrough(folder, looked), source);
}

/** The folders 0 to 9 among the names in a folder. */
export function classNames(names: readonly string[]): string[] {
  return names.filter((name) => /^\d$/.test(name)).sort();
}

/** How pictures lie in a folder, for the remedy of a problem. */
export function folderLayout(source: string): string {
  return `put pictures (.jpg .jpeg .png) into folders named 0 to 9, as in ${join(source, '7', 'seven.jpg')}`;
}

async function lookThrough(folder: string, looked: readonly string[]): Promise<ClassFolders> {
  const folders = await Promise.all(
    looked.map(async (path) => ({ path, stats: await stat(path) })),
  );
  const found: ClassFolders = { files: [], skipped: [], folders };
  for (const digit of classNames(await readdir(folder))) {
    await addClass(found, join(folder, digit), Number(digit));
  }
  return found;
}

async function addClass(found: ClassFolders, folder: string, label: number): Promise<void> {
  try {
    const { files, problems, folders } = await findPictures(folder, pictureExtensions);
    for (const file of files) found.files.push({ file, label });
    for (const { file, error } of problems) found.skipped.push({ file, reason: error });
    found.folders.push(...folders);
  } catch (error) {
    found.skipped.push({ file: folder, reason: unopenable(String(label), error).line });
  }
}

function requireSome(found: ClassFolders, source: string): ClassFolders {
  if (found.files.length > 0 || found.skipped.length > 0) return found;
  throw new Problem(`${source} has class folders, but no pictures in them`, {
    remedy: folderLayout(source),
  });
}
