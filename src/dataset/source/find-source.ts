import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../core/problem.js';
import { unopenable } from '../../vision/unreadable.js';
import { classNames, folderLayout } from '../folders/class-folders.js';
import type { IdxPair } from '../idx/read-idx-pair.js';
import { chooseTables } from './choose-table.js';
import { pairKey } from './idx-names.js';
import { type Look, sniff } from './sniff.js';
import type { Half, NamedSource } from './source-name.js';

/** What is to be read, found by looking. */
export type FoundSource = (
  | { format: 'folders'; folder: string }
  | ({ format: 'idx' } & IdxPair)
  | { format: 'csv'; file: string }
  | { format: 'npz'; file: string; half: Half }
) & {
  /** What was chosen, where there was a choice, as a sentence. */
  remark?: string;
  /** The folders that were looked into: something new in them may be another choice. */
  looked: readonly string[];
};

/** How a source is named, for the remedy of a problem. */
const sources =
  'name a folder with class folders 0 to 9, an IDX, CSV or NPZ file, or the word mnist';

/**
 * Finds out what a source is by its content.
 *
 * @param typed as it was named, for the words of a problem
 * @throws Problem where there is nothing that is known, or a choice that only a person can make
 */
export async function findSource({ path, half }: NamedSource, typed: string): Promise<FoundSource> {
  const kind = await kindOf(path, typed);
  return kind === 'folder' ? inFolder({ path, half }, typed) : fromFile({ path, half }, typed);
}

async function kindOf(path: string, typed: string): Promise<'folder' | 'file'> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return 'folder';
    if (facts.isFile()) return 'file';
  } catch (error) {
    const { message, remedy } = unopenable(typed, error);
    const missing = message.endsWith('is not there');
    throw new Problem(message, { remedy: missing ? sources : remedy, cause: error });
  }
  throw new Problem(`${typed} is a device, not a file or a folder`, { remedy: sources });
}

async function inFolder({ path, half }: NamedSource, typed: string): Promise<FoundSource> {
  const names = await readdir(path).catch((error) => {
    throw unopenable(typed, error);
  });
  if (names.length === 0) throw new Problem(`${typed} is empty`, { remedy: folderLayout(typed) });
  const inner = halfFolder(names, half);
  if (inner !== undefined) return within({ path: join(path, inner) }, { path, typed, inner });
  if (classNames(names).length > 0) {
    if (half === 'test') throw noHalf(typed);
    return { format: 'folders', folder: path, looked: [path] };
  }
  if (names.includes('digits_jpeg')) {
    const inner = 'digits_jpeg';
    return within({ path: join(path, inner), half }, { path, typed, inner });
  }
  const { source, remark } = await chooseTables({ path, names, half }, typed);
  return { ...source, remark, looked: [path] };
}

/** What is in a folder of the one that was named. */
async function within(
  named: NamedSource,
  outer: { path: string; typed: string; inner: string },
): Promise<FoundSource> {
  const typed = join(outer.typed, outer.inner);
  const { remark = `read ${typed}`, looked, ...found } = await findSource(named, typed);
  return { ...found, remark, looked: [outer.path, ...looked] };
}

/** Folders that hold the halves of a source, by the names that people give them. */
const halfFolders: Readonly<Record<Half, readonly string[]>> = {
  train: ['train', 'training'],
  test: ['test', 'testing'],
};

function halfFolder(names: readonly string[], half: Half | undefined): string | undefined {
  if (half) return halfFolders[half].find((name) => names.includes(name));
  return classNames(names).length > 0
    ? undefined
    : halfFolders.train.find((name) => names.includes(name));
}

async function fromFile({ path, half }: NamedSource, typed: string): Promise<FoundSource> {
  const look = await sniff(path);
  if (look === 'npz') return { format: 'npz', file: path, half: half ?? 'train', looked: [] };
  if (half) throw noHalf(typed);
  if (look === 'csv') return { format: 'csv', file: path, looked: [] };
  if (look === 'other') {
    throw new Problem(`${typed} is a file of no known kind of samples`, { remedy: sources });
  }
  return { format: 'idx', ...(await withPartner(path, look, typed)), looked: [] };
}

/** An IDX file is one of two: its partner lies beside it, by its name. */
async function withPartner(file: string, look: Look, typed: string): Promise<IdxPair> {
  const wanted: Look = look === 'idx images' ? 'idx labels' : 'idx images';
  const key = pairKey(file);
  for (const name of (await readdir(dirname(file))).sort()) {
    const other = join(dirname(file), name);
    if (pairKey(other) !== key || (await sniff(other).catch(() => 'other')) !== wanted) continue;
    return look === 'idx images'
      ? { images: file, labels: other }
      : { images: other, labels: file };
  }
  const [have, lack] = look === 'idx images' ? ['images', 'labels'] : ['labels', 'images'];
  throw new Problem(`${typed} holds ${have}, and their ${lack} are not beside it`, {
    remedy: `put them there, with ${lack} for ${have} in the name ${basename(file)}`,
  });
}

function noHalf(typed: string): Problem {
  return new Problem(`${typed} names a half of a source that has none`, {
    remedy: 'name it without what follows the colon',
  });
}
