import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { LoadProgress } from '../../host/protocol.js';

/** Something that was asked for. */
export type Asked<Value> =
  | { status: 'none' }
  | { status: 'working'; progress?: LoadProgress }
  | { status: 'ready'; value: Value }
  | { status: 'failed'; problem: string };

export type LatestLoad<Value> = (
  key: number,
  onProgress: (progress: LoadProgress) => void,
) => Promise<Value>;

/** Answers that are kept: a person turns back a few samples, not fifty. */
const keptAnswers = 24;

/**
 * Loads what is looked at now: one at a time, and of what is looked at meanwhile only the last. Answers are kept;
 * failures are not.
 */
export class Latest<Value> {
  readonly store: StoreApi<Asked<Value>> = createStore<Asked<Value>>(() => ({ status: 'none' }));
  readonly #load: LatestLoad<Value>;
  #kept = new Map<number, Value>();
  #wanted?: number;
  #isLoading = false;

  constructor(load: LatestLoad<Value>) {
    this.#load = load;
  }

  /** @param key undefined where nothing is looked at */
  want(key: number | undefined): void {
    if (key === this.#wanted && this.store.getState().status !== 'failed') return;
    this.#wanted = key;
    this.#show();
    void this.#work();
  }

  /** Forgets everything: it was about something else. */
  clear(): void {
    this.#kept = new Map();
    this.want(undefined);
  }

  async #work(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    for (let key = this.#missing(); key !== undefined; key = this.#missing()) {
      const asked = key;
      const kept = this.#kept;
      const isWanted = () => this.#wanted === asked && this.#kept === kept;
      const result = await this.#ask(asked, (progress) => {
        if (isWanted()) this.#set({ status: 'working', progress });
      });
      if (result.status === 'ready') keep(kept, asked, result.value);
      if (isWanted()) this.#set(result);
    }
    this.#isLoading = false;
  }

  async #ask(key: number, onProgress: (progress: LoadProgress) => void): Promise<Asked<Value>> {
    try {
      return { status: 'ready', value: await this.#load(key, onProgress) };
    } catch (error) {
      return { status: 'failed', problem: errorLine(error) };
    }
  }

  /** What is wanted and still has to be loaded. */
  #missing(): number | undefined {
    return this.store.getState().status === 'working' ? this.#wanted : undefined;
  }

  #show(): void {
    const kept = this.#wanted === undefined ? undefined : this.#kept.get(this.#wanted);
    if (this.#wanted === undefined) this.#set({ status: 'none' });
    else if (kept !== undefined) this.#set({ status: 'ready', value: kept });
    else this.#set({ status: 'working' });
  }

  #set(asked: Asked<Value>): void {
    this.store.setState(asked, true);
  }
}

function keep<Value>(kept: Map<number, Value>, key: number, value: Value): void {
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > keptAnswers && oldest !== undefined) kept.delete(oldest);
}
