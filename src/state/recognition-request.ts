import { errorLine } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { PictureResult } from '../host/protocol.js';
import { mergeResults, type Reading } from './recognition-reading.js';

export interface ReadingRequestOptions {
  connect: () => Promise<Pick<HostClient, 'predict'>>;
  id: number;
  paths: readonly string[];
  asks: 'digit' | 'number';
  /** The model to ask for, and the name of the one that will answer where that is known. */
  model: { asked: string | undefined; expected: string | undefined };
  /** The reading of the same paths that this one takes the place of. */
  previous?: Reading;
  onUpdate: (reading: Reading) => void;
}

/** Answers arrive in chunks much faster than they can be drawn or read. */
const updateInterval = 150;

/** One request to the host, told as a reading that grows; nothing is told before there is something to tell. */
export class ReadingRequest {
  readonly #options: ReadingRequestOptions;
  readonly #abort = new AbortController();
  readonly #started = performance.now();
  readonly #fresh: PictureResult[] = [];
  readonly #end: Promise<void>;
  #resolveEnd: () => void = () => {};
  #total = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ReadingRequestOptions) {
    this.#options = options;
    this.#end = new Promise((resolve) => {
      this.#resolveEnd = resolve;
    });
    this.#updateSoon();
    this.#predict().then(
      (model) => this.#finish({ status: 'done', model }),
      (error) => this.#finish({ status: 'failed', problem: errorLine(error) }),
    );
  }

  /** Resolves when it is done, failed, stopped or dropped. */
  get ended(): Promise<void> {
    return this.#end;
  }

  /** Ends it with what is there. The host ends its work when it hears of it; nobody waits for that. */
  stop(): void {
    this.#finish({ status: 'stopped' });
  }

  /** Ends it without a word: another one takes its place. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#resolveEnd();
  }

  async #predict(): Promise<string> {
    const { connect, paths, model, asks } = this.#options;
    const client = await connect();
    const answer = await client.predict(
      { paths: [...paths], model: model.asked, reading: asks },
      {
        signal: this.#abort.signal,
        onProgress: ({ total, results }) => {
          if (this.#abort.signal.aborted) return;
          this.#total = total;
          this.#fresh.push(...results);
          this.#updateSoon();
        },
      },
    );
    return answer.model;
  }

  #updateSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#options.onUpdate(this.#reading({ status: 'reading' }));
    }, updateInterval);
  }

  #finish(end: Pick<Reading, 'status'> & Partial<Pick<Reading, 'model' | 'problem'>>): void {
    if (this.#abort.signal.aborted) return;
    const reading = this.#reading(end);
    this.drop();
    this.#options.onUpdate(reading);
  }

  #reading({
    status,
    model = this.#options.model.expected,
    problem,
  }: Pick<Reading, 'status'> & Partial<Pick<Reading, 'model' | 'problem'>>): Reading {
    const { id, paths, previous } = this.#options;
    const results = mergeResults(this.#fresh, previous?.results ?? [], status);
    const isOld = results === previous?.results;
    return {
      id,
      paths,
      status,
      total: this.#total || (previous?.total ?? 0),
      done: this.#fresh.length,
      results,
      seconds: (performance.now() - this.#started) / 1000,
      model: isOld ? previous?.model : model,
      problem,
    };
  }
}
