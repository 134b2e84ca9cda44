import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';

export interface PagedListState<Item> {
  /** Another for each list: what is looked at has to be loaded anew. */
  version: number;
  /** Items of the whole list. */
  count: number;
  /** The one that is looked at. */
  place: number;
  /** Those that are here, by their place. */
  items: ReadonlyMap<number, Item>;
  /** Why the last ones could not be loaded. */
  problem?: string;
}

export type LoadPage<Item> = (from: number, count: number) => Promise<readonly Item[]>;

/** A long list of which only what is looked at is loaded. */
export class PagedList<Item> {
  readonly store: StoreApi<PagedListState<Item>> = createStore<PagedListState<Item>>(() => ({
    version: 0,
    count: 0,
    place: 0,
    items: new Map(),
  }));
  readonly #load: LoadPage<Item>;
  #asked = new Set<number>();

  constructor(load: LoadPage<Item>) {
    this.#load = load;
  }

  /** Begins another list; what is still on its way for this one is not taken. */
  reset(count: number): void {
    this.#asked = new Set();
    const version = this.store.getState().version + 1;
    this.store.setState({ version, count, place: 0, items: new Map(), problem: undefined });
  }

  /** By so many places; it stays at the ends. */
  move(places: number): void {
    this.moveTo(this.store.getState().place + places);
  }

  moveTo(place: number): void {
    const { count } = this.store.getState();
    this.store.setState({ place: Math.max(0, Math.min(count - 1, place)) });
  }

  /** Loads what is not here of some places; resolves when it is here, or has failed. */
  async want(from: number, to: number): Promise<void> {
    const { items, count } = this.store.getState();
    const asked = this.#asked;
    const missing = (place: number) => !items.has(place) && !asked.has(place);
    const wanted = range(Math.max(0, from), Math.min(count, to)).filter(missing);
    if (wanted.length === 0) return;
    const [first] = wanted;
    const last = wanted[wanted.length - 1];
    for (const place of range(first, last + 1)) asked.add(place);
    try {
      const loaded = await this.#load(first, last + 1 - first);
      if (asked === this.#asked) this.#take(first, loaded);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.store.setState({ problem: errorLine(error) });
      // It may go better when one comes back.
      for (const place of wanted) asked.delete(place);
    }
  }

  #take(first: number, loaded: readonly Item[]): void {
    const items = new Map(this.store.getState().items);
    loaded.forEach((item, index) => {
      items.set(first + index, item);
    });
    this.store.setState({ items, problem: undefined });
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
