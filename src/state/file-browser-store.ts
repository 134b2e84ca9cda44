import { dirname, join } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import { countPictures, type FolderEntry, listFolder } from './file-browser-folder.js';
import { type BrowserRow, browserRows, completion, typedPath } from './file-browser-rows.js';

export interface Place {
  readonly name: string;
  readonly folder: string;
}

export interface FileBrowserOptions {
  /** The first is where it starts. */
  places: readonly [Place, ...Place[]];
  /** What `~` stands for. */
  home: string;
}

export interface FileBrowserState {
  /** The folder that the person is in. */
  folder: string;
  /** The folder that is listed: another one while a path is typed. */
  listed: string;
  entries: readonly FolderEntry[];
  /** Files of the listed folder that are no pictures. */
  others: number;
  /** A filter, or a path where it holds a separator. */
  typed: string;
  rows: readonly BrowserRow[];
  /** The row that is looked at. */
  place: number;
  /** Paths that are read together. */
  marked: readonly string[];
  /** The one line that says what went wrong last. */
  problem: string | undefined;
  places: readonly Place[];
}

/** Places of the person's own that are kept besides the given ones. */
const recentPlaces = 5;

/** Chooses files: lists folders, filters and completes what is typed, marks several. */
export class FileBrowser {
  readonly store: StoreApi<FileBrowserState>;
  readonly #home: string;
  readonly #given: readonly Place[];
  #listings = 0;

  constructor({ places, home }: FileBrowserOptions) {
    this.#home = home;
    this.#given = places;
    this.store = createStore<FileBrowserState>(() => ({
      folder: places[0].folder,
      listed: places[0].folder,
      entries: [],
      others: 0,
      typed: '',
      rows: [],
      place: 0,
      marked: [],
      problem: undefined,
      places,
    }));
  }

  /** Lists a folder and goes there; what is shown stays until it is listed, or where it cannot be. */
  async open(folder: string): Promise<void> {
    await this.#list(folder, { folder, listed: folder, typed: '' });
  }

  /** Lists the folder again that it was left in. */
  refresh(): Promise<void> {
    return this.open(this.store.getState().folder);
  }

  up(): Promise<void> {
    return this.open(dirname(this.store.getState().folder));
  }

  /** Goes into the folder that is looked at. */
  async enter(): Promise<void> {
    const { rows, place } = this.store.getState();
    const row = rows[place];
    if (row?.kind === 'folder' || row?.kind === 'up') await this.open(row.path);
  }

  async nextPlace(): Promise<void> {
    const { places, folder } = this.store.getState();
    const at = places.findIndex((place) => place.folder === folder);
    await this.open(places[(at + 1) % places.length].folder);
  }

  /** Takes a new filter or path. */
  async type(typed: string): Promise<void> {
    this.#show({ typed, place: 0, problem: undefined });
    const { folder, listed } = this.store.getState();
    const wanted = typedPath(typed, { folder, home: this.#home })?.folder ?? folder;
    if (wanted !== listed) await this.#list(wanted, { listed: wanted });
  }

  /** Goes on with a typed path as far as its meaning is clear. */
  async complete(): Promise<void> {
    const { typed, folder, entries } = this.store.getState();
    const path = typedPath(typed, { folder, home: this.#home });
    if (!path) return;
    const names = entries.map(({ kind, name }) => (kind === 'folder' ? `${name}/` : name));
    const name = completion(names, path.start);
    if (name === undefined) return;
    await this.type(typed.slice(0, typed.length - path.start.length) + name);
  }

  move(places: number): void {
    const { place, rows } = this.store.getState();
    this.store.setState({
      place: Math.max(0, Math.min(rows.length - 1, place + places)),
    });
  }

  /** Marks the row that is looked at, or takes its mark away, and goes on to the next. */
  mark(): void {
    const { rows, place, marked } = this.store.getState();
    const row = rows[place];
    if (row?.kind !== 'folder' && row?.kind !== 'picture') return;
    const others = marked.filter((path) => path !== row.path);
    this.store.setState({
      marked: others.length < marked.length ? others : [...marked, row.path],
    });
    this.move(1);
  }

  /** What Enter means: paths to read, or none where it went into a folder. */
  async choose(): Promise<readonly string[]> {
    const { rows, place, marked, typed, folder, listed } = this.store.getState();
    if (marked.length > 0) return this.#leaveWith(marked);
    const path = typedPath(typed, { folder, home: this.#home });
    // Who types faster than the folder is listed means what is typed.
    const row = path && path.folder !== listed ? undefined : rows[place];
    if (path?.start === '') await this.open(path.folder);
    else if (row === undefined) {
      // A picture may have any name; the host tells what is wrong with it.
      return path ? this.#leaveWith([join(path.folder, path.start)]) : [];
    } else if (row.kind === 'all') return this.#leaveWith(row.paths);
    else if (row.kind === 'picture') return this.#leaveWith([row.path]);
    else await this.open(row.path);
    return [];
  }

  /** Closes it without a choice. */
  leave(): void {
    const { folder } = this.store.getState();
    this.#listings += 1;
    const nothing = { entries: [], others: 0, place: 0, problem: undefined };
    this.#show({ ...nothing, marked: [], typed: '', listed: folder });
  }

  #leaveWith(paths: readonly string[]): readonly string[] {
    const { places, entries, listed, folder } = this.store.getState();
    // A path that was typed wrongly is no place to come back to.
    const last = entries.length > 0 ? listed : folder;
    if (!places.some((place) => place.folder === last)) {
      const own = places.slice(this.#given.length, this.#given.length + recentPlaces - 1);
      this.store.setState({ places: [...this.#given, { name: last, folder: last }, ...own] });
    }
    this.store.setState({ folder: last });
    this.leave();
    return paths;
  }

  /** Only the newest listing counts: a person types and moves faster than some disks answer. */
  async #list(folder: string, changes: Partial<FileBrowserState>): Promise<void> {
    const listing = ++this.#listings;
    const from = this.store.getState().folder;
    try {
      const { entries, others } = await listFolder(folder);
      if (listing !== this.#listings) return;
      this.#show({ ...changes, entries, others, problem: undefined });
      this.store.setState({ place: startingPlace(this.store.getState().rows, from) });
      const counted = await countPictures(entries);
      if (listing === this.#listings) this.#show({ entries: counted });
    } catch (error) {
      if (listing !== this.#listings) return;
      const isTyping = changes.folder === undefined;
      const nothing = { ...changes, entries: [], others: 0, place: 0 };
      this.#show({ problem: errorLine(error), ...(isTyping ? nothing : {}) });
    }
  }

  #show(changes: Partial<FileBrowserState>): void {
    const { folder, typed, entries } = { ...this.store.getState(), ...changes };
    const start = typedPath(typed, { folder, home: this.#home })?.start;
    const rows = browserRows(entries, { folder, filter: typed, start });
    this.store.setState({ ...changes, rows });
  }
}

/** Back from a folder one stands on it; else on the first thing to choose. */
function startingPlace(rows: readonly BrowserRow[], from: string): number {
  const left = rows.findIndex((row) => row.kind === 'folder' && row.path === from);
  const first = rows.findIndex((row) => row.kind !== 'up');
  return Math.max(0, left === -1 ? first : left);
}
