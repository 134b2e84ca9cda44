import { join } from 'node:path';
import { readableExtensions } from '../core/picture-extensions.js';
import { errorLine } from '../core/problem.js';
import { entryKind, type FolderEntry, isHidden, readFolder } from './file-browser-folder.js';

/** What is directly in a folder, hidden files aside. */
export interface FolderCounts {
  readonly folders: number;
  readonly pictures: number;
  readonly others: number;
  /** Pictures to train on of each digit, where the folder looks like a dataset. */
  readonly perClass?: readonly number[];
}

/** Counts, or the one line that says why there are none. */
export type FolderFacts = FolderCounts | { readonly problem: string };

/** Never rejects. */
export async function folderFacts(folder: string): Promise<FolderFacts> {
  try {
    const entries = (await readFolder(folder)).filter((file) => !isHidden(file));
    const kinds = entries.map(entryKind);
    const names = entries.flatMap(({ name }, index) => (kinds[index] === 'folder' ? [name] : []));
    const classes = classesWithin(names);
    return {
      folders: names.length,
      pictures: kinds.filter((kind) => kind === 'picture').length,
      others: kinds.filter((kind) => kind === 'other').length,
      ...(classes && { perClass: await countClasses(join(folder, classes)) }),
    };
  } catch (error) {
    return { problem: errorLine(error) };
  }
}

/** Whether a folder that holds these looks like one to train on. */
export function looksLikeDataset(entries: readonly Pick<FolderEntry, 'kind' | 'name'>[]): boolean {
  const folders = entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
  return classesWithin(folders) !== undefined;
}

export interface CountOptions {
  isWanted: () => boolean;
  /** Called now and then with what is new. */
  onCounted: (facts: ReadonlyMap<string, FolderFacts>) => void;
}

/** Folders that are counted without being asked for: each costs a look into it. */
const mostFolders = 200;
const sideBySide = 8;

/** Counts what is in the first folders of a listing, as long as that is wanted. */
export async function countFolders(
  entries: readonly FolderEntry[],
  { isWanted, onCounted }: CountOptions,
): Promise<void> {
  const folders = entries.filter((entry) => entry.kind === 'folder' && !isHidden(entry));
  const last = Math.min(mostFolders, folders.length);
  for (let from = 0; from < last && isWanted(); from += sideBySide) {
    const some = folders.slice(from, Math.min(last, from + sideBySide));
    const facts = await Promise.all(
      some.map(async ({ path }) => [path, await folderFacts(path)] as const),
    );
    if (isWanted()) onCounted(new Map(facts));
  }
}

/** Where the folders 0 to 9 are from a folder with these names, as training looks for them. */
function classesWithin(names: readonly string[]): '.' | 'digits_jpeg' | undefined {
  // One folder that is called by a number is rather a year's first month than a dataset.
  if (names.filter((name) => /^\d$/.test(name)).length > 1) return '.';
  return names.includes('digits_jpeg') ? 'digits_jpeg' : undefined;
}

const trainable = new RegExp(`.\\.(${readableExtensions.join('|')})$`, 'i');

function countClasses(folder: string): Promise<number[]> {
  return Promise.all(
    Array.from({ length: 10 }, async (_, digit) => {
      const files = await readFolder(join(folder, String(digit))).catch(() => []);
      return files.filter((file) => !isHidden(file) && trainable.test(file.name)).length;
    }),
  );
}
