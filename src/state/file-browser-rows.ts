import { dirname, resolve } from 'node:path';
import type { FolderEntry } from './file-browser-folder.js';

/** One line of the file browser. */
export type BrowserRow =
  | { readonly kind: 'up'; readonly path: string }
  | { readonly kind: 'all'; readonly paths: readonly string[] }
  | FolderEntry;

/** A typed text that is a path: the folder it leads to and the start of a name in it. */
export interface TypedPath {
  folder: string;
  start: string;
}

/** Undefined for a text that only filters: one without a separator. */
export function typedPath(
  typed: string,
  { folder, home }: { folder: string; home: string },
): TypedPath | undefined {
  const isPath = typed.includes('/') || /^~$|^~\\|^[A-Za-z]:\\/.test(typed);
  if (!isPath) return undefined;
  const path = typed.replace(/^~(?=$|[\\/])/, home);
  const end = Math.max(path.lastIndexOf('/'), windowsEnd(path)) + 1;
  return { folder: resolve(folder, path.slice(0, end)), start: path.slice(end) };
}

/** The lines for what is typed: all of them, those that hold a text, or those that a path may mean. */
export function browserRows(
  entries: readonly FolderEntry[],
  { folder, filter, start }: { folder: string; filter: string; start: string | undefined },
): BrowserRow[] {
  if (start !== undefined) {
    const starting = entries.filter(({ name }) => startsLike(name, start));
    // A name that is typed in full comes before those that it begins.
    return starting.sort((a, b) => Number(b.name === start) - Number(a.name === start));
  }
  const wanted = filter.toLowerCase();
  const shown = entries.filter(({ name }) => name.toLowerCase().includes(wanted));
  const pictures = shown.flatMap(({ kind, path }) => (kind === 'picture' ? [path] : []));
  const parent = dirname(folder);
  return [
    ...(filter === '' && parent !== folder ? [{ kind: 'up', path: parent } as const] : []),
    ...(pictures.length > 1 ? [{ kind: 'all', paths: pictures } as const] : []),
    ...shown,
  ];
}

/** What all names go on with after `start`; undefined where that is nothing. */
export function completion(names: readonly string[], start: string): string | undefined {
  const matching = names.filter((name) => startsLike(name, start));
  const [first] = matching;
  if (first === undefined) return undefined;
  let length = first.length;
  for (const name of matching) {
    while (!startsLike(name, first.slice(0, length))) length -= 1;
  }
  const common = first.slice(0, length);
  return common === start ? undefined : common;
}

function startsLike(name: string, start: string): boolean {
  return name.toLowerCase().startsWith(start.toLowerCase());
}

/** A backslash parts folders only behind a drive; elsewhere it may be part of a name. */
function windowsEnd(path: string): number {
  return /^([A-Za-z]:|~)\\/.test(path) ? path.lastIndexOf('\\') : -1;
}
