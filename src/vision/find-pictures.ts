import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { errorLine } from '../core/problem.js';
import { unopenable } from './unreadable.js';

/** A file or folder that was left out, and why. */
interface FileProblem {
  file: string;
  error: string;
}

/** A folder, and what the file system said of it just before it was looked through. */
export interface FoundFolder {
  path: string;
  stats: Stats;
}

export interface FoundPictures {
  files: string[];
  problems: FileProblem[];
  /** All that were looked through. */
  folders: FoundFolder[];
}

/**
 * Looks for pictures in a folder and all below it, by the ends of their names in any case.
 * Hidden files are left out. Links are followed, but each folder once and none back up, where
 * pictures of another kind would be.
 *
 * @param extensions without the dot, in small letters
 * @returns files in an order that only depends on their names
 * @throws the error of the file system where the folder itself cannot be read
 */
export async function findPictures(
  folder: string,
  extensions: readonly string[],
): Promise<FoundPictures> {
  const found: FoundPictures = { files: [], problems: [], folders: [] };
  const root = await realpath(folder);
  await walk(folder, { found, extensions, root, visited: new Set() });
  return found;
}

interface Walk {
  found: FoundPictures;
  extensions: readonly string[];
  /** Real path of the folder that was named. */
  root: string;
  /** Real paths of the folders that were looked through. */
  visited: Set<string>;
}

async function walk(folder: string, state: Walk): Promise<void> {
  for (const entry of await readFolder(folder, state)) {
    const path = join(folder, entry.name);
    try {
      const kind = entry.isSymbolicLink() ? await stat(path) : entry;
      if (kind.isDirectory()) await walk(path, state);
      else if (kind.isFile() && hasExtension(entry.name, state.extensions)) {
        state.found.files.push(path);
      }
    } catch (error) {
      state.found.problems.push({ file: path, error: errorLine(unopenable(entry.name, error)) });
    }
  }
}

/** Entries by name, or none where a link leads to what was read before, or upwards. */
async function readFolder(folder: string, { found, root, visited }: Walk): Promise<Dirent[]> {
  const real = await realpath(folder);
  if (visited.has(real) || isAbove(real, root)) return [];
  visited.add(real);
  found.folders.push({ path: folder, stats: await stat(folder) });
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isAbove(folder: string, root: string): boolean {
  const way = relative(folder, root);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && extensions.includes(name.slice(dot + 1).toLowerCase());
}
