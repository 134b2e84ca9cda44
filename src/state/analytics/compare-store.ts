import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { Analytics } from './analytics-store.js';
import {
  type CommonSamples,
  commonSamples,
  type Pair,
  usableSamples,
  validationOfA,
} from './common-samples.js';
import { type CompareState, decisive, pairKey, rivalOf } from './compare-state.js';
import { comparePair } from './compared.js';
import { LatestWork } from './latest-work.js';
import { progressed } from './work-progress.js';

export interface CompareOptions {
  analytics: Analytics;
  /** Sources that were found. */
  sources: () => readonly string[];
}

const nothingYet = {
  comparing: { status: 'none' },
  place: 0,
  layer: 'list',
  pictures: new Map(),
  pictureProblem: undefined,
} as const satisfies Partial<CompareState>;

/** Pictures that are asked for at once at most. */
const largestPage = 128;

/** The subject against another model or run, on the same samples. */
export class Compare {
  readonly store: StoreApi<CompareState> = createStore<CompareState>(() => ({
    ...nothingYet,
    samples: validationOfA,
    panel: 'none',
    side: 'only-b',
    beside: 'pictures',
  }));
  readonly #options: CompareOptions;
  readonly #work = new LatestWork();
  readonly #asked = new Set<number>();
  /** What the answers are about. */
  #key = '';

  constructor(options: CompareOptions) {
    this.#options = options;
  }

  /** Undefined where there are not two to compare. */
  get pair(): Pair | undefined {
    const { subject, subjects = [] } = this.#options.analytics.store.getState();
    const { models = [] } = this.#options.analytics.connection.store.getState();
    const preferred = models.find((model) => 'card' in model && model.preferred)?.name;
    const { rival } = this.store.getState();
    const b = rivalOf(subjects, subject, { rival, preferred });
    return subject && b && { a: subject, b };
  }

  /** What the pair is scored on. */
  get samples(): CommonSamples {
    const { samples } = this.store.getState();
    return this.pair ? usableSamples(this.pair, samples) : samples;
  }

  /** Samples that can be chosen. */
  get offered(): readonly CommonSamples[] {
    return this.pair ? commonSamples(this.pair, this.#options.sources()) : [];
  }

  /** Compares where that was not tried yet with this pair on these samples. */
  ensure(): void {
    const key = pairKey(this.pair, this.samples);
    if (key === this.#key) return;
    this.#key = key;
    void this.again();
  }

  async again(): Promise<void> {
    const { pair, samples } = this;
    this.#work.stop();
    this.#asked.clear();
    this.store.setState(nothingYet);
    if (!pair?.a.weights || !pair.b.weights) return;
    this.store.setState({ comparing: { status: 'working', who: 'a' } });
    const end = await this.#work.run(async (signal) =>
      comparePair(await this.#client(), pair, samples, {
        signal,
        onBegin: (who) => this.store.setState({ comparing: { status: 'working', who } }),
        onProgress: (who, news) => {
          const { comparing } = this.store.getState();
          if (signal.aborted || comparing.status !== 'working') return;
          const before = comparing.who === who ? comparing.progress : undefined;
          const progress = progressed(before, news, Date.now());
          this.store.setState({ comparing: { status: 'working', who, progress } });
        },
      }),
    );
    if (end.status === 'dropped') return;
    if (end.status === 'failed') {
      this.store.setState({ comparing: end });
      // Perhaps one of them was deleted meanwhile: then the lists no longer have it.
      void this.#options.analytics.connection.refresh();
      return;
    }
    const comparing = { status: 'ready', value: end.value } as const;
    const { onlyA, onlyB } = end.value.comparison;
    this.store.setState({ comparing, side: onlyA > onlyB ? 'only-a' : 'only-b' });
  }

  openPanel(panel: 'rivals' | 'samples'): void {
    this.store.setState({ panel });
  }

  closePanel(): void {
    this.store.setState({ panel: 'none' });
  }

  chooseRival(rival: string): void {
    this.store.setState({ rival, panel: 'none' });
    this.ensure();
  }

  chooseSamples(samples: CommonSamples): void {
    this.store.setState({ samples, panel: 'none' });
    this.ensure();
  }

  switchSide(): void {
    const { side } = this.store.getState();
    this.store.setState({ side: side === 'only-a' ? 'only-b' : 'only-a', place: 0 });
  }

  toggleSettings(): void {
    const { beside } = this.store.getState();
    this.store.setState({ beside: beside === 'pictures' ? 'settings' : 'pictures' });
  }

  /** By so many pictures; it stays at the ends. */
  move(places: number): void {
    this.moveTo(this.store.getState().place + places);
  }

  moveTo(place: number): void {
    const last = decisive(this.store.getState()).length - 1;
    this.store.setState({ place: Math.max(0, Math.min(last, place)), beside: 'pictures' });
  }

  enlarge(): void {
    if (decisive(this.store.getState()).length > 0) this.store.setState({ layer: 'picture' });
  }

  /** One step back: from a large picture to all, or ends what is under way; else `left`. */
  back(): 'stepped' | 'left' {
    const { layer, comparing } = this.store.getState();
    if (layer === 'picture') this.store.setState({ layer: 'list' });
    else if (comparing.status === 'working') {
      this.#work.stop();
      this.store.setState({ comparing: { status: 'stopped' } });
    } else return 'left';
    return 'stepped';
  }

  /** Loads what is not here of some places of the side that is looked at. */
  async load(from: number, to: number): Promise<void> {
    const { pictures, comparing, ...state } = this.store.getState();
    if (comparing.status !== 'ready') return;
    const wanted = decisive({ comparing, ...state })
      .slice(from, to)
      .filter((index) => !pictures.has(index) && !this.#asked.has(index))
      .slice(0, largestPage);
    if (wanted.length === 0) return;
    for (const index of wanted) this.#asked.add(index);
    const { analysis, hostIndices } = comparing.value;
    const isCurrent = () => this.store.getState().comparing === comparing;
    try {
      const indices = wanted.map((index) => hostIndices[index]);
      const { samples } = await (await this.#client()).analysis.samples({ analysis, indices });
      if (!isCurrent()) return;
      const added = new Map(this.store.getState().pictures);
      for (const [place, sample] of samples.entries()) added.set(wanted[place], sample);
      this.store.setState({ pictures: added, pictureProblem: undefined });
    } catch (error) {
      // They stay asked for: r asks for everything anew.
      if (isCurrent()) this.store.setState({ pictureProblem: errorLine(error) });
    }
  }

  #client() {
    return this.#options.analytics.connection.client();
  }
}
