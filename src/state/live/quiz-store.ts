import { createStore, type StoreApi } from 'zustand/vanilla';
import { answerOf, probabilitiesOf } from '../../core/analysis/scored-samples.js';
import { errorLine, Problem } from '../../core/problem.js';
import type { HostClient } from '../../host/client.js';
import type { Sample, SamplesParams, ScoreProgress } from '../../host/protocol.js';
import { decodeScored, type Scored } from '../analytics/scored.js';
import { drawRound } from './quiz-cards.js';
import { type QuizCard, type Round, roundOf } from './quiz-round.js';

export type QuizState = {
  /** Where the pictures are from. */
  source: string;
} & (
  | { status: 'idle' }
  /** `progress` is undefined until there is some; `perSecond`, of its phase, NaN until it is known. */
  | { status: 'loading'; progress: ScoreProgress | undefined; perSecond: number }
  | { status: 'playing'; round: Round; number: number; seed: number; model: string }
  | { status: 'failed'; problem: string }
);

export interface QuizOptions {
  connect: () => Promise<{ analysis: Pick<HostClient['analysis'], 'score' | 'samples'> }>;
  /** The first is asked about; `turnSource` goes to the next. */
  sources: readonly [string, ...string[]];
  /** Of the first round; each round has the next one. */
  seed?: number;
}

/** The room guesses, then the machine: rounds of samples whose labels are known. */
export class Quiz {
  readonly store: StoreApi<QuizState>;
  readonly #options: QuizOptions;
  readonly #used = new Set<number>();
  /** What the model answers to the whole source: kept, as long as both are the same. */
  #scored: Scored | undefined;
  #abort = new AbortController();
  #model: string | undefined;
  #rounds = 0;
  #seed: number;

  constructor(options: QuizOptions) {
    this.#options = options;
    // Another order each time that the program runs.
    this.#seed = options.seed ?? Math.floor(Date.now() / 1000) % 10_000;
    this.store = createStore<QuizState>(() => ({ source: options.sources[0], status: 'idle' }));
  }

  /** Goes on with the round that was left; another model, or none so far, begins anew. */
  async open(model: string | undefined): Promise<void> {
    const isOther = model !== this.#model;
    this.#model = model;
    if (isOther) this.#forget();
    if (isOther || this.store.getState().status !== 'playing') await this.newRound();
  }

  /** The next source, and a round of it. */
  async turnSource(): Promise<void> {
    const { sources } = this.#options;
    const next = (sources.indexOf(this.store.getState().source) + 1) % sources.length;
    this.#forget();
    this.store.setState({ source: sources[next] });
    await this.newRound();
  }

  /** Asks about ten samples that were not asked about before. */
  async newRound(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#show({ status: 'loading', progress: undefined, perSecond: Number.NaN });
    try {
      const cards = await this.#draw(signal);
      if (signal.aborted) return;
      this.#rounds += 1;
      this.#show({
        status: 'playing',
        round: roundOf(cards),
        number: this.#rounds,
        seed: this.#seed,
        model: this.#scored?.name ?? '',
      });
      this.#seed += 1;
    } catch (error) {
      if (signal.aborted) return;
      // The next try asks for everything anew.
      this.#scored = undefined;
      this.#show({ status: 'failed', problem: errorLine(error) });
    }
  }

  /** Changes the round that is played, by one of the moves of `quiz-round.ts`. */
  play(move: (round: Round) => Round): void {
    const state = this.store.getState();
    if (state.status === 'playing') this.store.setState({ round: move(state.round) });
  }

  /** Ends the loading. */
  cancel(): void {
    this.#abort.abort();
    if (this.store.getState().status === 'loading') this.#show({ status: 'idle' });
  }

  async #draw(signal: AbortSignal): Promise<QuizCard[]> {
    const { analysis } = await this.#options.connect();
    const wasScored = this.#scored !== undefined;
    const scored = await this.#score(analysis, signal);
    if (scored.count === 0) {
      throw new Problem('there is no picture to guess', { remedy: 'take other data (d)' });
    }
    if (this.#used.size + 1 > scored.count) this.#used.clear();
    const drawn = drawRound(scored, { seed: this.#seed, used: this.#used });
    const indices = drawn.map(({ index }) => index);
    const sampled = await this.#samples(analysis, { analysis: scored.analysis, indices });
    if (signal.aborted) return [];
    if ('error' in sampled) {
      if (!wasScored) throw sampled.error;
      // A host that was started anew knows nothing of what the one before has scored.
      this.#scored = undefined;
      return this.#draw(signal);
    }
    const { samples } = sampled;
    for (const index of indices) this.#used.add(index);
    return samples.map(({ index, label, pixels }, place) => ({
      label,
      pixels: Buffer.from(pixels, 'base64'),
      hard: drawn[place].hard,
      answer: answerOf(scored, index),
      probabilities: Array.from(probabilitiesOf(scored, index)),
    }));
  }

  async #samples(
    analysis: Pick<HostClient['analysis'], 'samples'>,
    params: SamplesParams,
  ): Promise<{ samples: Sample[] } | { error: unknown }> {
    return analysis.samples(params).catch((error: unknown) => ({ error }));
  }

  async #score(analysis: Pick<HostClient['analysis'], 'score'>, signal: AbortSignal) {
    if (this.#scored) return this.#scored;
    const { source } = this.store.getState();
    let phase: { name: ScoreProgress['phase']; start: number } | undefined;
    const onProgress = (progress: ScoreProgress) => {
      if (signal.aborted) return;
      if (phase?.name !== progress.phase) {
        phase = { name: progress.phase, start: performance.now() };
      }
      const seconds = (performance.now() - phase.start) / 1000;
      const perSecond = seconds > 0 && progress.done > 0 ? progress.done / seconds : Number.NaN;
      this.#show({ status: 'loading', progress, perSecond });
    };
    const answer = await analysis.score(
      { weights: { model: this.#model }, source, part: 'all' },
      { signal, onProgress },
    );
    const scored = decodeScored(answer);
    if (!signal.aborted) this.#scored = scored;
    return scored;
  }

  #forget(): void {
    this.#scored = undefined;
    this.#used.clear();
  }

  #show(state: QuizPart): void {
    const { source } = this.store.getState();
    this.store.setState({ source, ...state }, true);
  }
}

type QuizPart = QuizState extends infer State
  ? State extends { source: string }
    ? Omit<State, 'source'>
    : never
  : never;
