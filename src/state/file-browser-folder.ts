import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pictureExtensions } from '../core/picture-extensions.js';
import { Problem } from '../core/problem.js';

export interface FolderEntry {
  readonly kind: 'folder' | 'picture';
  readonly name: string;
  readonly path: string;
  /** Pictures in a folder, not below it; undefined until they are counted, and where they cannot be. */
  readonly pictures?: number;
}

export interface FolderListing {
  /** Folders, then pictures, each by name; hidden ones are left out. */
  readonly entries: readonly FolderEntry[];
  /** Files that are no pictures. */
  readonly others: number;
}

const pictureName = new RegExp(`.\\.(${pictureExtensions.join('|')})$`, 'i');
const byName = new Intl.Collator('en', { numeric: true });

/** Folders whose pictures are counted: each costs a look into it. */
const countedFolders = 200;

/** @throws Problem where the folder cannot be read */
export async function listFolder(folder: string): Promise<FolderListing> {
  const files = await readNames(folder);
  const kinds = await Promise.all(
    files.map(async (file) => ({ ...file, kind: await entryKind(folder, file) })),
  );
  const entries = kinds.flatMap(({ name, kind }) =>
    kind === 'other' ? [] : [{ kind, name, path: join(folder, name) }],
  );
  entries.sort((a, b) =>
    a.kind === b.kind ? byName.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1,
  );
  return { entries, others: kinds.filter(({ kind }) => kind === 'other').length };
}

/** The same entries, with the pictures of each folder counted. */
export async function countPictures(entries: readonly FolderEntry[]): Promise<FolderEntry[]> {
  return Promise.all(
    entries.map(async (entry, index) => {
      if (entry.kind === 'picture' || index >= countedFolders) return entry;
      const names = await readdir(entry.path).catch(() => undefined);
      return names === undefined ? entry : { ...entry, pictures: names.filter(isPicture).length };
    }),
  );
}

interface NamedFile {
  name: string;
  type: 'folder' | 'file' | 'link';
}

async function readNames(folder: string): Promise<NamedFile[]> {
  try {
    const files = await readdir(folder, { withFileTypes: true });
    return files
      .filter(({ name }) => !name.startsWith('.'))
      .map((file) => {
        const type = file.isDirectory() ? 'folder' : file.isSymbolicLink() ? 'link' : 'file';
        return { name: file.name, type };
      });
  } catch (error) {
    throw unreadableFolder(folder, error);
  }
}

async function entryKind(
  folder: string,
  { name, type }: NamedFile,
): Promise<FolderEntry['kind'] | 'other'> {
  const isFolder =
    type === 'link'
      ? await stat(join(folder, name)).then(
          (target) => target.isDirectory(),
          () => false,
        )
      : type === 'folder';
  if (isFolder) return 'folder';
  return isPicture(name) ? 'picture' : 'other';
}

function isPicture(name: string): boolean {
  return !name.startsWith('.') && pictureName.test(name);
}

function unreadableFolder(folder: string, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const name = basename(folder) || folder;
  if (code === 'ENOENT') {
    return new Problem(`${name} is not there`, { remedy: 'check the path', cause });
  }
  if (code === 'ENOTDIR') {
    return new Problem(`${name} is not a folder`, { remedy: 'press Enter to read it', cause });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Problem(`${name} may not be read`, { remedy: 'choose another folder', cause });
  }
  return new Problem(`${name} cannot be opened (${code})`, {
    remedy: 'choose another folder',
    cause,
  });
}
