import type { CallOptions, Calls } from './calls.js';
import * as protocol from './protocol.js';

/** What a client does with models, besides reading with them. */
export class ModelsClient {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Looks whether the files of one model, or of all, are those of their cards. */
  verify(model?: string): Promise<protocol.ModelVerdict[]> {
    return this.#calls.request(protocol.verifyModelsRequest, { model });
  }

  rename(model: string, name: string): Promise<void> {
    return this.#calls.request(protocol.renameModelRequest, { model, name });
  }

  remove(model: string): Promise<void> {
    return this.#calls.request(protocol.removeModelRequest, { model });
  }

  /** Brings back the one of that name that was deleted last. */
  restore(model: string): Promise<void> {
    return this.#calls.request(protocol.restoreModelRequest, { model });
  }

  /** @param model undefined to leave the choice to the cards */
  choose(model: string | undefined): Promise<void> {
    return this.#calls.request(protocol.chooseModelRequest, { model });
  }

  /** Reads and tries a file without keeping it. */
  tryImport(
    params: Omit<protocol.TryImportParams, 'progress'>,
    options: CallOptions<protocol.ImportProgress> = {},
  ): Promise<protocol.TriedImport> {
    const { tryImportRequest, importProgress } = protocol;
    return this.#calls.withProgress(tryImportRequest, importProgress, params, options);
  }

  import(
    params: Omit<protocol.ImportParams, 'progress'>,
    options: CallOptions<protocol.ImportProgress> = {},
  ): Promise<protocol.ImportAnswer> {
    const { importModelRequest, importProgress } = protocol;
    return this.#calls.withProgress(importModelRequest, importProgress, params, options);
  }

  export(params: protocol.ExportParams, signal?: AbortSignal): Promise<protocol.ExportAnswer> {
    return this.#calls.request(protocol.exportModelRequest, params, signal);
  }
}
