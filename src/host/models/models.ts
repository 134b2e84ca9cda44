import { errorLine } from '../../core/problem.js';
import type { ModelStore } from '../../model/store.js';
import type { Datasets } from '../datasets.js';
import type { Engines } from '../engines.js';
import type * as protocol from '../protocol.js';
import { exportModel } from './export-model.js';
import { Imports } from './imports.js';

interface ImportOptions {
  signal: AbortSignal;
  onProgress: (progress: protocol.ImportProgress) => void;
}

/** The models of a workspace as clients see and change them. */
export class Models {
  readonly #store: ModelStore;
  readonly #imports: Imports;
  readonly #watchers = new Set<() => void>();

  constructor(store: ModelStore, engines: Engines, datasets: Datasets) {
    this.#store = store;
    this.#imports = new Imports({ models: store, engines, datasets });
    // What was deleted a week ago goes where a host comes by; a disk that refuses is told of by the next deletion.
    store.sweep().catch(() => undefined);
  }

  async list(): Promise<protocol.ModelSummary[]> {
    const stored = await this.#store.list();
    const hasAny = stored.some((model) => 'card' in model);
    const preferred = hasAny ? (await this.#store.preferred(stored)).name : undefined;
    const chosen = await this.#store.chosenDefault();
    return stored.map((model) =>
      'card' in model
        ? { ...model, preferred: model.name === preferred, chosen: model.name === chosen }
        : model,
    );
  }

  /** Reads models whole: a card may be fine where the weights are not. */
  async verify(name?: string): Promise<protocol.ModelVerdict[]> {
    const names =
      name === undefined ? (await this.#store.list()).map((model) => model.name) : [name];
    const verdicts: protocol.ModelVerdict[] = [];
    for (const each of names) {
      const problem = await this.#store.load(each).then(() => undefined, errorLine);
      verdicts.push({ name: each, ...(problem !== undefined && { problem }) });
    }
    return verdicts;
  }

  rename(name: string, to: string): Promise<void> {
    return this.#change(() => this.#store.rename(name, to));
  }

  remove(name: string): Promise<void> {
    return this.#change(() => this.#store.remove(name));
  }

  restore(name: string): Promise<void> {
    return this.#change(() => this.#store.restore(name));
  }

  choose(name: string | undefined): Promise<void> {
    return this.#change(() =>
      name === undefined ? this.#store.forgetChoice() : this.#store.choose(name),
    );
  }

  try(params: protocol.TryImportParams, options: ImportOptions): Promise<protocol.TriedImport> {
    return this.#imports.try(params, options);
  }

  import(params: protocol.ImportParams, options: ImportOptions): Promise<protocol.ImportAnswer> {
    return this.#change(() => this.#imports.import(params, options));
  }

  export(params: protocol.ExportParams): Promise<protocol.ExportAnswer> {
    return exportModel(this.#store, params);
  }

  /**
   * Calls the watcher when a model has come, gone or changed.
   *
   * @returns what ends it
   */
  onChange(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async #change<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = await work();
    for (const watcher of this.#watchers) watcher();
    return answer;
  }
}
