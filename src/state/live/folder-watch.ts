import { mkdir, stat } from 'node:fs/promises';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import { resolveUserPath } from '../../files/user-path.js';
import type { HostClient } from '../../host/client.js';
import type { PictureResult, WatchProgress } from '../../host/protocol.js';
import { type Previews, previewsOf, type ShownPreview } from '../recognition-previews.js';

/** A picture that came while the folder was watched. */
export interface Arrival {
  /** Counted from 1. */
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  result: PictureResult;
}

export type WatchStatus =
  | { kind: 'idle' }
  /** `missing`: the folder is not there; it can be created. */
  | { kind: 'missing' }
  | { kind: 'starting' }
  /** `there`: pictures that were in the folder before. */
  | { kind: 'watching'; there: number }
  /** The folder was removed while it was watched. */
  | { kind: 'gone' }
  | { kind: 'failed'; problem: string };

export interface FolderWatchState {
  folder: string;
  status: WatchStatus;
  /** The newest first. */
  arrivals: readonly Arrival[];
  /** The number of the arrival that is looked at; undefined for the newest, whichever that is. */
  chosen: number | undefined;
  preview: ShownPreview | undefined;
  browser: 'open' | 'closed';
}

export interface FolderWatchOptions {
  connect: () => Promise<{ live: Pick<HostClient['live'], 'watch'> } & Pick<HostClient, 'preview'>>;
  /** The folder that is watched where none is chosen. */
  inbox: string;
}

/** Pictures that came are kept as far as this, the newest. */
export const keptArrivals = 500;

/** Milliseconds between what is shown while pictures come quickly: a screen takes longer to draw than a host to read. */
const restTime = 150;

/** Reads what comes to a folder while it is open; the newest picture is shown until another is looked at. */
export class FolderWatch {
  readonly store: StoreApi<FolderWatchState>;
  readonly inbox: string;
  readonly #options: FolderWatchOptions;
  readonly #previews: Previews;
  #abort = new AbortController();
  #isLoadingPreview = false;
  /** What came and is not shown yet, the newest first; set while that waits. */
  #fresh: Arrival[] = [];
  #resting: NodeJS.Timeout | undefined;
  #came = 0;
  #model: string | undefined;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.inbox = options.inbox;
    this.#previews = previewsOf(options.connect);
    this.store = createStore<FolderWatchState>(() => ({
      folder: options.inbox,
      status: { kind: 'idle' },
      arrivals: [],
      chosen: undefined,
      preview: undefined,
      browser: 'closed',
    }));
  }

  /** Looks whether the folder is there, and watches it where it is; it is made by `create` alone. */
  async open(model: string | undefined): Promise<void> {
    this.#model = model;
    await this.watch(this.store.getState().folder);
  }

  /** Watches another folder. What came to the one before is forgotten. */
  async watch(path: string): Promise<void> {
    const folder = resolveUserPath(path);
    this.stop();
    const { folder: before } = this.store.getState();
    if (folder !== before) this.#forget();
    this.#set({ folder, browser: 'closed', status: { kind: 'starting' } });
    const { signal } = this.#abort;
    const kind = await kindOf(folder);
    if (signal.aborted) return;
    if (kind === 'nothing') this.#set({ status: { kind: 'missing' } });
    else if (kind === 'file') this.#fail('that is a file: choose a folder (o)');
    else await this.#watch(folder, signal);
  }

  /** Makes the folder where it is not there, and watches it. */
  async create(): Promise<void> {
    const { folder } = this.store.getState();
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      this.#fail(`the folder could not be made: ${errorLine(error)}`);
      return;
    }
    await this.watch(folder);
  }

  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#set({ status: { kind: 'idle' }, browser: 'closed' });
  }

  /** Looks at an arrival so many places on, towards older ones; before the first comes the newest, whichever that is. */
  move(places: number): void {
    const { arrivals } = this.store.getState();
    if (arrivals.length === 0) return;
    const place = shownPlace(this.store.getState()) + places;
    this.lookAt(Math.min(arrivals.length - 1, Math.max(0, place)));
  }

  /** Looks at the arrival at that place; at the first place, at the newest from now on. */
  lookAt(place: number): void {
    const { arrivals } = this.store.getState();
    this.#set({ chosen: place === 0 ? undefined : arrivals[place]?.number });
  }

  openBrowser(): void {
    this.#set({ browser: 'open' });
  }

  closeBrowser(): void {
    this.#set({ browser: 'closed' });
  }

  async #watch(folder: string, signal: AbortSignal): Promise<void> {
    try {
      const client = await this.#options.connect();
      if (signal.aborted) return;
      const onProgress = (progress: WatchProgress) => {
        if (!signal.aborted) this.#take(progress);
      };
      await client.live.watch({ folder, model: this.#model }, { signal, onProgress });
      if (!signal.aborted && this.store.getState().status.kind === 'watching') {
        this.#set({ status: { kind: 'gone' } });
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(errorLine(error));
    }
  }

  #take(progress: WatchProgress): void {
    switch (progress.kind) {
      case 'watching':
        this.#set({ status: { kind: 'watching', there: progress.there } });
        return;
      case 'gone':
        this.#set({ status: { kind: 'gone' } });
        return;
      case 'picture': {
        const { at, result } = progress;
        this.#came += 1;
        this.#fresh.unshift({ number: this.#came, at, result });
        // What a file of this name held before is another picture.
        this.#previews.forget(result.file);
        this.#showFresh();
      }
    }
  }

  /** One picture is shown at once; of a whole folder that comes, a few times a second as many as came. */
  #showFresh(): void {
    if (this.#resting) return;
    const { arrivals } = this.store.getState();
    this.#set({ arrivals: [...this.#fresh, ...arrivals].slice(0, keptArrivals) });
    this.#fresh = [];
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (this.#fresh.length > 0) this.#showFresh();
    }, restTime);
    this.#resting.unref();
  }

  /** What came to a folder is no concern of another. */
  #forget(): void {
    this.#fresh = [];
    this.#came = 0;
    this.#set({ arrivals: [], chosen: undefined });
  }

  #fail(problem: string): void {
    this.#set({ status: { kind: 'failed', problem } });
  }

  /** Changes the state, and what is previewed with it. */
  #set(changes: Partial<FolderWatchState>): void {
    const before = this.store.getState();
    const next = { ...before, ...changes };
    const shown = shownArrival(next);
    const file = shown && !('error' in shown.result) ? shown.result.file : undefined;
    const isSame = next.preview?.file === file && shown === shownArrival(before);
    const preview = file === undefined || isSame ? next.preview : this.#previews.peek(file);
    this.store.setState({ ...changes, preview: file === undefined ? undefined : preview });
    void this.#loadPreview();
  }

  /** One at a time: of pictures that come quickly only the last one is loaded. */
  async #loadPreview(): Promise<void> {
    if (this.#isLoadingPreview) return;
    this.#isLoadingPreview = true;
    for (
      let { preview } = this.store.getState();
      preview?.status === 'loading';
      { preview } = this.store.getState()
    ) {
      const loaded = await this.#previews.load(preview.file);
      if (this.store.getState().preview === preview) this.store.setState({ preview: loaded });
    }
    this.#isLoadingPreview = false;
  }
}

/** The place of the arrival that is looked at, 0 for the newest. */
export function shownPlace({
  arrivals,
  chosen,
}: Pick<FolderWatchState, 'arrivals' | 'chosen'>): number {
  return Math.max(
    0,
    arrivals.findIndex(({ number }) => number === chosen),
  );
}

export function shownArrival(
  state: Pick<FolderWatchState, 'arrivals' | 'chosen'>,
): Arrival | undefined {
  return state.arrivals[shownPlace(state)];
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  return stat(path).then(
    (facts) => (facts.isDirectory() ? 'folder' : 'file'),
    () => 'nothing',
  );
}
