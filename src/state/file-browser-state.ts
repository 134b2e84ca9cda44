import type { FolderFacts } from './file-browser-facts.js';
import type { FolderEntry } from './file-browser-folder.js';
import type { Busy } from './file-browser-listings.js';
import type { PeekedPicture, PeekTarget } from './file-browser-peek.js';
import type { BrowserRow } from './file-browser-rows.js';

/** A folder to go to by one key or click. */
export interface Place {
  readonly name: string;
  readonly folder: string;
}

export interface FileBrowserState {
  /** The folder that the person is in. */
  folder: string;
  /** The folder that is listed: another one while a path is typed. */
  listed: string;
  /** What it holds, hidden files too. */
  entries: readonly FolderEntry[];
  /** What is in folders, as far as they were counted. */
  facts: ReadonlyMap<string, FolderFacts>;
  busy: Busy;
  /** A filter, or a path where it holds a separator. */
  typed: string;
  rows: readonly BrowserRow[];
  /** The row that is looked at. */
  place: number;
  /** The newest picture that was looked at. */
  picture: PeekedPicture | undefined;
  /** Paths that are read together. */
  marked: readonly string[];
  /** The one line that says what went wrong last. */
  problem: string | undefined;
  places: readonly Place[];
}

/** What is there before a folder is listed. */
export const unlisted = {
  entries: [],
  rows: [],
  place: 0,
  busy: 'nothing',
} satisfies Partial<FileBrowserState>;

/** The row to stand on in a listing: where one came from, else the first thing to choose. */
export function startingPlace(rows: readonly BrowserRow[], from: string): number {
  const left = rows.findIndex((row) => row.kind === 'folder' && row.path === from);
  const first = rows.findIndex((row) => row.kind !== 'up');
  return Math.max(0, left === -1 ? first : left);
}

/** The places that are always there, then those of the person's own. */
export function withRecent(places: readonly Place[], recent: readonly string[]): readonly Place[] {
  const own = recent.filter((folder) => !places.some((place) => place.folder === folder));
  return [...places, ...own.map((folder) => ({ name: folder, folder }))];
}

/** What is looked into for the row under the cursor. */
export function peekTarget({
  rows,
  place,
  listed,
}: Pick<FileBrowserState, 'rows' | 'place' | 'listed'>): PeekTarget | undefined {
  const row = rows[place];
  switch (row?.kind) {
    case 'picture':
      return { kind: 'picture', path: row.path };
    case 'folder':
    case 'up':
    case 'use':
      return { kind: 'folder', path: row.path };
    case 'all':
      return { kind: 'folder', path: listed };
    default:
      return undefined;
  }
}
