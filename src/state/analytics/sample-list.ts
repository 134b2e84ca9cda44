import { createStore, type StoreApi } from 'zustand/vanilla';
import { samplesOfCell } from '../../core/analysis/cells.js';
import { unservedSamples } from '../../core/analysis/held-back.js';
import { errorLine } from '../../core/problem.js';
import type { Sample } from '../../host/protocol.js';
import { SampleFacts } from './sample-facts.js';
import type { Scored } from './scored.js';
import type { ScoringStore } from './scores-store.js';

/** Which samples are listed. */
export type SampleQuery =
  | { kind: 'cell'; label: number; digit: number }
  /** What a threshold holds back, or keeps and has wrong. */
  | { kind: 'unserved'; threshold: number };

export interface OpenList {
  query: SampleQuery;
  /** Indices of the scored samples, in the order of the list. */
  indices: readonly number[];
  /** The one that is looked at, an index of `indices`. */
  place: number;
  layer: ListLayer;
}

/** The pictures together; one of them large; why it is answered so; what each convolution makes of it. */
export type ListLayer = 'list' | 'sample' | 'why' | 'layers';

export interface SampleListState {
  list?: OpenList;
  /** How large the pictures are that lie together: whole, or half as wide and high; undefined until it is chosen. */
  pictures?: 'half' | 'full';
  /** Those that are here, by their index. */
  samples: ReadonlyMap<number, Sample>;
  /** Why the last ones could not be loaded. */
  problem?: string;
}

/** Samples that are asked for at once at most. */
const largestPage = 256;

/** The samples of a cell, or those that a threshold does not serve; one of them may be open. */
export class SampleList {
  readonly store: StoreApi<SampleListState> = createStore<SampleListState>(() => ({
    samples: new Map(),
  }));
  /** About the sample that is looked at. */
  readonly facts: SampleFacts;
  readonly #scoring: ScoringStore;
  readonly #asked = new Set<number>();

  constructor(scoring: ScoringStore) {
    this.#scoring = scoring;
    this.facts = new SampleFacts({
      connection: scoring.connection,
      weights: () => scoring.subject?.weights,
      sample: (index) => this.store.getState().samples.get(index),
    });
    scoring.store.subscribe(({ scoring: now }) => {
      // Indices mean nothing to other answers.
      if (now.status !== 'ready') this.#forget();
    });
  }

  open(query: SampleQuery): void {
    const { scoring } = this.#scoring.store.getState();
    if (scoring.status !== 'ready') return;
    const indices = indicesOf(scoring.scored, query);
    if (indices.length > 0) {
      this.store.setState({
        list: { query, indices, place: 0, layer: 'list' },
        problem: undefined,
      });
    }
  }

  /** By so many places; it stays at the ends. */
  move(places: number): void {
    const { list } = this.store.getState();
    if (list) this.moveTo(list.place + places);
  }

  moveTo(place: number): void {
    const { list } = this.store.getState();
    if (!list) return;
    const last = list.indices.length - 1;
    this.store.setState({ list: { ...list, place: Math.max(0, Math.min(last, place)) } });
  }

  showPictures(pictures: SampleListState['pictures']): void {
    this.store.setState({ pictures });
  }

  show(layer: ListLayer): void {
    const { list } = this.store.getState();
    if (list) this.store.setState({ list: { ...list, layer } });
  }

  /** One layer back; from the list to where it was opened. */
  back(): void {
    const layer = this.store.getState().list?.layer;
    if (layer === undefined || layer === 'list') this.store.setState({ list: undefined });
    else this.show(layer === 'sample' ? 'list' : 'sample');
  }

  /** Loads what is not here of some places of the list; resolves when it is here, or has failed. */
  async load(from: number, to: number): Promise<void> {
    const { list, samples } = this.store.getState();
    const wanted = (list?.indices.slice(from, to) ?? [])
      .filter((index) => !samples.has(index) && !this.#asked.has(index))
      .slice(0, largestPage);
    if (wanted.length === 0) return;
    for (const index of wanted) this.#asked.add(index);
    try {
      this.#take(await this.#scoring.samples(wanted));
    } catch (error) {
      this.store.setState({ problem: errorLine(error) });
    } finally {
      for (const index of wanted) this.#asked.delete(index);
    }
  }

  #take(loaded: readonly Sample[]): void {
    const samples = new Map(this.store.getState().samples);
    for (const sample of loaded) samples.set(sample.index, sample);
    this.store.setState({ samples, problem: undefined });
  }

  #forget(): void {
    const { list, samples } = this.store.getState();
    if (!list && samples.size === 0) return;
    this.facts.clear();
    this.store.setState({ list: undefined, samples: new Map(), problem: undefined });
  }
}

function indicesOf(scored: Scored, query: SampleQuery): number[] {
  return query.kind === 'cell'
    ? samplesOfCell(scored, query.label, query.digit)
    : unservedSamples(scored, query.threshold);
}
