import { dirname, resolve } from 'node:path';
import { looksLikeDataset } from './file-browser-facts.js';
import { type FolderEntry, isHidden } from './file-browser-folder.js';
import { looksLikeSamples } from './sample-files.js';

/**
 * What is chosen: pictures and folders of them to be read, a folder or file to train on, any folder, or a file of a
 * model.
 */
export type Purpose = 'pictures' | 'dataset' | 'folder' | 'model';

/** One line of the file browser. */
export type BrowserRow =
  | { readonly kind: 'up'; readonly path: string }
  /** All pictures of the folder that are shown. */
  | { readonly kind: 'all'; readonly paths: readonly string[] }
  /** The folder itself. */
  | { readonly kind: 'use'; readonly path: string }
  /** A dataset that is no folder. */
  | { readonly kind: 'word'; readonly word: string }
  | FolderEntry;

/** Datasets that come with the program. */
const sourceWords = ['mnist', 'mnist:test'];

/** A typed text that is a path: the folder it leads to and the start of a name in it. */
export interface TypedPath {
  folder: string;
  start: string;
}

/** Whether a typed text is a path instead of a filter. */
export function isPath(typed: string): boolean {
  return typed.includes('/') || /^~$|^~\\|^[A-Za-z]:\\/.test(typed);
}

/** Whether a typed text names nothing yet: there is none, or it is a path as far as its last name. */
export function namesNothing(typed: string): boolean {
  return /(^|[/~])$/.test(typed);
}

/** Undefined for a text that only filters. */
export function typedPath(
  typed: string,
  { folder, home }: { folder: string; home: string },
): TypedPath | undefined {
  if (!isPath(typed)) return undefined;
  if (typed === '~') return { folder: home, start: '' };
  const path = typed.replace(/^~(?=[\\/])/, home);
  const end = Math.max(path.lastIndexOf('/'), windowsEnd(path)) + 1;
  return { folder: resolve(folder, path.slice(0, end)), start: path.slice(end) };
}

export interface RowsOptions {
  purpose: Purpose;
  folder: string;
  filter: string;
  /** The start of a name, where a path is typed. */
  start: string | undefined;
}

/** The lines for what is typed: all of them, those that hold a text, or those that a path may mean. */
export function browserRows(entries: readonly FolderEntry[], options: RowsOptions): BrowserRow[] {
  const { purpose, folder, filter, start } = options;
  const visible = visibleEntries(entries, start ?? filter).filter((entry) =>
    isShown(entry, purpose),
  );
  if (start !== undefined) {
    const starting = visible.filter(({ name }) => startsLike(name, start));
    // A name that is typed in full comes before those that it begins.
    return starting.sort((a, b) => Number(b.name === start) - Number(a.name === start));
  }
  const wanted = folded(filter);
  const shown = visible.filter(({ name }) => folded(name).includes(wanted));
  const parent = dirname(folder);
  const up: BrowserRow[] = filter === '' && parent !== folder ? [{ kind: 'up', path: parent }] : [];
  if (purpose === 'pictures') return [...up, ...allRow(shown), ...shown];
  if (purpose === 'model') return [...up, ...shown];
  const isUsable = purpose === 'folder' || looksLikeDataset(entries);
  const use: BrowserRow[] = filter === '' && isUsable ? [{ kind: 'use', path: folder }] : [];
  const words = purpose === 'dataset' ? wordRows(wanted) : [];
  return [...use, ...words, ...up, ...shown];
}

const shownKinds: Record<Purpose, readonly FolderEntry['kind'][]> = {
  pictures: ['folder', 'picture'],
  dataset: ['folder', 'picture', 'other'],
  folder: ['folder'],
  model: ['folder', 'other'],
};

function isShown({ kind, name }: FolderEntry, purpose: Purpose): boolean {
  if (!shownKinds[purpose].includes(kind)) return false;
  return purpose !== 'model' || kind === 'folder' || isModelFile(name);
}

/** By its name; what is in it is told by who reads it. */
export function isModelFile(name: string): boolean {
  return /\.(h5|hdf5|keras)$|^model\.json$/i.test(name);
}

/** What a path can lead to: folders, and what is chosen besides them. */
export function choosable(entries: readonly FolderEntry[], purpose: Purpose): FolderEntry[] {
  return entries.filter(({ kind, name }) => kind === 'folder' || isChosen(purpose, { kind, name }));
}

function isChosen(purpose: Purpose, { kind, name }: Pick<FolderEntry, 'kind' | 'name'>): boolean {
  switch (purpose) {
    case 'pictures':
      return kind === 'picture';
    case 'dataset':
      return looksLikeSamples(name);
    case 'model':
      return isModelFile(name);
    case 'folder':
      return false;
  }
}

/**
 * A typed path with the rest of its last name as far as all names there go on alike, in the case that was typed where a
 * name has it; undefined where that is nothing.
 */
export function completedPath(
  typed: string,
  start: string,
  entries: readonly FolderEntry[],
): string | undefined {
  if (typed === '~') return '~/';
  const names = visibleEntries(entries, start)
    .map(({ kind, name }) => (kind === 'folder' ? `${name}/` : name))
    .filter((name) => startsLike(name, start));
  const first = [...(names.find((name) => name.startsWith(start)) ?? names[0] ?? start)];
  for (const name of names) {
    while (!startsLike(name, first.join(''))) first.pop();
  }
  const common = first.join('');
  return common === start ? undefined : typed.slice(0, typed.length - start.length) + common;
}

/** Hidden files are shown to who asks for one by its dot. */
function visibleEntries(entries: readonly FolderEntry[], typed: string): FolderEntry[] {
  return entries.filter((entry) => typed.startsWith('.') || !isHidden(entry));
}

function allRow(shown: readonly FolderEntry[]): BrowserRow[] {
  const paths = shown.flatMap(({ kind, path }) => (kind === 'picture' ? [path] : []));
  return paths.length > 1 ? [{ kind: 'all', paths }] : [];
}

function wordRows(typed: string): BrowserRow[] {
  const words = typed === '' ? [] : sourceWords.filter((word) => word.startsWith(typed));
  return words.map((word) => ({ kind: 'word', word }));
}

function startsLike(name: string, start: string): boolean {
  return folded(name).startsWith(folded(start));
}

/** Some systems keep an accent apart from its letter, and most keyboards type them as one. */
function folded(text: string): string {
  return text.normalize().toLowerCase();
}

/** A backslash parts folders only behind a drive; elsewhere it may be part of a name. */
function windowsEnd(path: string): number {
  return /^([A-Za-z]:|~)\\/.test(path) ? path.lastIndexOf('\\') : -1;
}
