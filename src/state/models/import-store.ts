import { createStore, type StoreApi } from 'zustand/vanilla';
import { bestReading, quickCheck } from '../../core/import-check.js';
import { type PixelReading, readingWords } from '../../core/pixel-reading.js';
import { errorLine } from '../../core/problem.js';
import type { ImportProgress, TriedImport } from '../../host/protocol.js';
import type { ModelsStore } from './models-store.js';

export type ImportState =
  | { status: 'none' }
  /** Read and tried, or kept. */
  | { status: 'working'; file: string; task: 'try' | 'keep'; progress?: ImportProgress }
  /** Ways of reading to choose among; `place` is the one that is looked at. */
  | { status: 'tried'; file: string; tried: TriedImport; place: number }
  | { status: 'failed'; file: string; problem: string };

/** Brings a model in: its file is read and tried, a person looks at what came of it, then it is kept. */
export class ImportStore {
  readonly store: StoreApi<ImportState> = createStore<ImportState>(() => ({ status: 'none' }));
  readonly #models: ModelsStore;
  #abort?: AbortController;

  constructor(models: ModelsStore) {
    this.#models = models;
  }

  /** Reads a file and tries what is in it. */
  async try(file: string): Promise<void> {
    const tell = this.#begin({ status: 'working', file, task: 'try' });
    try {
      const { models } = await this.#models.connection.client();
      const tried = await models.tryImport(
        { file, check: quickCheck },
        {
          signal: this.#abort?.signal,
          onProgress: (progress) => tell({ status: 'working', file, task: 'try', progress }),
        },
      );
      const place = tried.check ? tried.check.readings.indexOf(bestReading(tried.check)) : 0;
      tell({ status: 'tried', file, tried, place });
    } catch (error) {
      tell({ status: 'failed', file, problem: errorLine(error) });
    }
  }

  /** Looks at another way of reading. */
  move(by: number): void {
    const state = this.store.getState();
    if (state.status !== 'tried') return;
    const last = (state.tried.check?.readings.length ?? 1) - 1;
    this.store.setState({ ...state, place: Math.min(last, Math.max(0, state.place + by)) }, true);
  }

  /** Keeps the model as one that reads in the way that is looked at. */
  async keep(): Promise<void> {
    const state = this.store.getState();
    if (state.status !== 'tried') return;
    const { file, tried, place } = state;
    const chosen = tried.check?.readings[place];
    const tell = this.#begin({ status: 'working', file, task: 'keep' });
    try {
      const { models } = await this.#models.connection.client();
      const { model, reading: kept } = await models.import(
        { file, check: quickCheck, reading: chosen && said(chosen) },
        {
          signal: this.#abort?.signal,
          onProgress: (progress) => tell({ status: 'working', file, task: 'keep', progress }),
        },
      );
      await this.#models.connection.refresh();
      this.#models.lookAt(model);
      this.#models.tell({
        status: 'done',
        words: `${model} is imported, and reads ${readingWords(kept)}`,
      });
      tell({ status: 'none' });
    } catch (error) {
      tell({ status: 'failed', file, problem: errorLine(error) });
    }
  }

  /** Gives up what is under way, or puts away what is shown. */
  close(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.store.setState({ status: 'none' }, true);
  }

  /** @returns tells how it goes on, as long as nothing else has begun */
  #begin(state: ImportState): (state: ImportState) => void {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const tell = (next: ImportState) => {
      if (!abort.signal.aborted) this.store.setState(next, true);
    };
    tell(state);
    return tell;
  }
}

/** A way of reading without how well it did. */
function said({ scale, polarity }: PixelReading): PixelReading {
  return { scale, polarity };
}
