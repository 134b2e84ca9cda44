import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pictureExtensions, readableExtensions } from '../core/picture-extensions.js';
import { errorLine, Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import { type FoundPictures, findPictures } from './find-pictures.js';
import { unopenable } from './unreadable.js';

export type CollectedPictures = Pick<FoundPictures, 'files' | 'problems'>;

/**
 * The pictures behind paths, in the order of the paths; folders are looked through, by name.
 * Files keep the path as it was given; what cannot be read is a problem, not an error.
 */
export async function collectPictures(paths: readonly string[]): Promise<CollectedPictures> {
  const collected: CollectedPictures = { files: [], problems: [] };
  for (const path of paths) {
    try {
      const { files, problems } = await picturesAt(path);
      for (const file of files) collected.files.push(file);
      collected.problems.push(...problems);
    } catch (error) {
      collected.problems.push({ file: path, error: errorLine(error) });
    }
  }
  return collected;
}

async function picturesAt(path: string): Promise<CollectedPictures> {
  const resolved = resolveUserPath(path);
  const found = await lookInto(resolved);
  if (found === 'file') return { files: [path.startsWith('~') ? resolved : path], problems: [] };
  if (found.files.length === 0 && found.problems.length === 0) {
    throw new Problem(`${basename(resolved)} holds no pictures`, {
      remedy: `name a folder with ${readableExtensions.map((end) => `.${end}`).join(' ')} files`,
    });
  }
  return found;
}

async function lookInto(path: string): Promise<FoundPictures | 'file'> {
  try {
    if (!(await stat(path)).isDirectory()) return 'file';
    return await findPictures(path, pictureExtensions);
  } catch (error) {
    throw unopenable(basename(path), error);
  }
}
