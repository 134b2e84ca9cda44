import { dirname } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { choiceOf } from './file-browser-choice.js';
import { type FolderFacts, folderFacts } from './file-browser-facts.js';
import { FolderListings } from './file-browser-listings.js';
import { Peek } from './file-browser-peek.js';
import {
  type BrowserRow,
  browserRows,
  choosable,
  completedPath,
  type Purpose,
  typedPath,
} from './file-browser-rows.js';
import {
  type FileBrowserState,
  type Place,
  peekTarget,
  startingPlace,
  unlisted,
  withRecent,
} from './file-browser-state.js';
import type { RecentPlaces } from './places-file.js';
import type { Previews } from './recognition-previews.js';

export interface FileBrowserOptions {
  purpose: Purpose;
  /** The first is where it starts. */
  places: readonly [Place, ...Place[]];
  /** Remembers further places. */
  recent: RecentPlaces;
  /** What `~` stands for. */
  home: string;
  previews: Previews;
}

/** Chooses files: lists folders, filters and completes what is typed, marks several, looks into what is under the cursor. */
export class FileBrowser {
  readonly store: StoreApi<FileBrowserState>;
  readonly #options: FileBrowserOptions;
  readonly #listings: FolderListings;
  readonly #peek: Peek;

  constructor(options: FileBrowserOptions) {
    const { places, previews } = options;
    this.#options = options;
    this.store = createStore<FileBrowserState>(() => ({
      ...unlisted,
      folder: places[0].folder,
      listed: places[0].folder,
      facts: new Map(),
      typed: '',
      picture: undefined,
      marked: [],
      problem: undefined,
      places,
    }));
    this.#listings = new FolderListings({
      onBusy: (busy) => this.#set({ busy }),
      onCounted: (facts) => this.#learn(facts),
    });
    this.#peek = new Peek({
      previews,
      onPicture: (picture) => this.#set({ picture }),
      countFolder: (folder) => this.#count(folder),
    });
    this.store.subscribe((state) => this.#peek.at(peekTarget(state)));
  }

  get purpose(): Purpose {
    return this.#options.purpose;
  }

  /** Lists a folder and goes there; what is shown stays until it is listed, or where it cannot be. */
  async open(folder: string): Promise<void> {
    const { typed } = this.#state;
    await this.#listings.list(folder, {
      // What was typed while it was listed filters it.
      onListed: (entries) => {
        const since = this.#state.typed;
        const fresh = since.startsWith(typed) ? since.slice(typed.length) : '';
        this.#list({ entries, folder, listed: folder, typed: fresh });
      },
      onFailed: (problem) => this.#set({ problem }),
    });
  }

  /** Lists the folder again that it was left in; files may be others by now. */
  async refresh(): Promise<void> {
    this.#options.previews.clear();
    this.#set({ facts: new Map() });
    await Promise.all([this.open(this.#state.folder), this.#findPlaces()]);
  }

  up(): Promise<void> {
    return this.open(dirname(this.#state.listed));
  }

  /** Goes into the folder that is looked at. */
  async enter(): Promise<void> {
    await this.#listings.listed;
    const { rows, place } = this.#state;
    const row = rows[place];
    if (row?.kind === 'folder' || row?.kind === 'up') await this.open(row.path);
    else if (row && 'name' in row) this.#set({ problem: `${row.name} is not a folder` });
  }

  async nextPlace(): Promise<void> {
    const { places, folder } = this.#state;
    const at = places.findIndex((place) => place.folder === folder);
    await this.open(places[(at + 1) % places.length].folder);
  }

  /** Takes a new filter or path. */
  async type(typed: string): Promise<void> {
    const changes = { typed, place: 0, problem: undefined };
    const next = { ...this.#state, ...changes };
    const wanted = this.#wantedFolder(next);
    if (wanted === next.listed) {
      this.#set({ ...changes, rows: this.#rows(next) });
      return;
    }
    // What is shown stays until the other folder is listed.
    this.#set(changes);
    const isWanted = () => this.#wantedFolder(this.#state) === wanted;
    await this.#listings.list(wanted, {
      onListed: (entries) => isWanted() && this.#list({ entries, listed: wanted }),
      onFailed: (problem) => isWanted() && this.#set({ ...unlisted, listed: wanted, problem }),
    });
  }

  /** Goes on with a typed path as far as its meaning is clear. */
  async complete(): Promise<void> {
    await this.#listings.listed;
    const { typed, entries } = this.#state;
    const path = this.#typedPath();
    const text = path && completedPath(typed, path.start, choosable(entries, this.purpose));
    if (text !== undefined) await this.type(text);
  }

  move(places: number): void {
    this.moveTo(this.#state.place + places);
  }

  moveTo(place: number): void {
    const last = this.#state.rows.length - 1;
    this.#set({ place: Math.max(0, Math.min(last, place)), problem: undefined });
  }

  /** Marks a row or takes its mark away; where one folder is chosen, nothing is marked. */
  toggleMark(place: number): void {
    const { rows, marked } = this.#state;
    const row = rows[place];
    if (this.purpose !== 'pictures' || (row?.kind !== 'folder' && row?.kind !== 'picture')) return;
    const others = marked.filter((path) => path !== row.path);
    this.#set({ marked: others.length < marked.length ? others : [...marked, row.path] });
  }

  /** Marks the row that is looked at and goes on to the next. */
  markAndMove(): void {
    this.toggleMark(this.#state.place);
    this.move(1);
  }

  /** Does what Enter means: what is chosen, or nothing where it went into a folder. */
  async choose(): Promise<readonly string[]> {
    // Who types faster than the folder is listed means what is typed.
    await this.#listings.listed;
    const { rows, place, marked } = this.#state;
    const { purpose } = this;
    const choice = choiceOf({ purpose, row: rows[place], marked, path: this.#typedPath() });
    if (choice.kind === 'take') return this.#leaveWith(choice.paths);
    if (choice.kind === 'refuse') this.#set({ problem: choice.problem });
    if (choice.kind === 'take-or-go' && (await this.#isDataset(choice.folder))) {
      return this.#leaveWith([choice.folder]);
    }
    if ('folder' in choice) await this.open(choice.folder);
    return [];
  }

  /** Closes it without a choice. */
  leave(): void {
    this.#listings.cancel();
    const { folder } = this.#state;
    this.#set({ ...unlisted, listed: folder, typed: '', marked: [], problem: undefined });
  }

  async #isDataset(folder: string): Promise<boolean> {
    await this.#count(folder);
    const facts = this.#state.facts.get(folder);
    return facts !== undefined && 'perClass' in facts;
  }

  #leaveWith(paths: readonly string[]): readonly string[] {
    const { entries, listed, folder } = this.#state;
    // A path that was typed wrongly is no place to come back to.
    const last = entries.length > 0 ? listed : folder;
    const { places, recent } = this.#options;
    if (!places.some((place) => place.folder === last)) void recent.add(last);
    this.#set({ folder: last });
    this.leave();
    return paths;
  }

  async #findPlaces(): Promise<void> {
    const { places, recent } = this.#options;
    this.#set({ places: withRecent(places, await recent.load()) });
  }

  async #count(folder: string): Promise<void> {
    if (this.#state.facts.has(folder)) return;
    this.#learn(new Map([[folder, await folderFacts(folder)]]));
  }

  #learn(facts: ReadonlyMap<string, FolderFacts>): void {
    this.#set({ facts: new Map([...this.#state.facts, ...facts]) });
  }

  /** Shows what was listed. */
  #list(changes: Partial<FileBrowserState>): void {
    const from = this.#state.listed;
    const rows = this.#rows({ ...this.#state, ...changes });
    // What is under the cursor may be the same, and other than it was.
    this.#peek.at(undefined);
    this.#set({ ...changes, rows, place: startingPlace(rows, from), problem: undefined });
  }

  #rows(state: FileBrowserState): BrowserRow[] {
    const { listed, entries, typed } = state;
    const start = this.#typedPath(state)?.start;
    return browserRows(entries, { purpose: this.purpose, folder: listed, filter: typed, start });
  }

  /** The folder to be listed for what is typed. */
  #wantedFolder(state: FileBrowserState): string {
    return this.#typedPath(state)?.folder ?? state.folder;
  }

  #typedPath({ typed, folder }: FileBrowserState = this.#state) {
    return typedPath(typed, { folder, home: this.#options.home });
  }

  get #state(): FileBrowserState {
    return this.store.getState();
  }

  #set(changes: Partial<FileBrowserState>): void {
    this.store.setState(changes);
  }
}
