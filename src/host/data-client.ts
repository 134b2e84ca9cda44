import type { CallOptions, Calls } from './calls.js';
import * as protocol from './protocol.js';

/** What a client asks about samples before anything is learnt from them. */
export class DataClient {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  describe(
    question: protocol.DataQuestion,
    options: CallOptions<protocol.LoadProgress> = {},
  ): Promise<protocol.DataSummary> {
    const { describeDataRequest, loadProgress } = protocol;
    return this.#calls.withProgress(describeDataRequest, loadProgress, question, options);
  }

  samples(params: protocol.DataSamplesParams): Promise<{ samples: protocol.DataSample[] }> {
    return this.#calls.request(protocol.dataSamplesRequest, params);
  }

  skipped(params: protocol.SkippedParams): Promise<{ skipped: protocol.SkippedEntry[] }> {
    return this.#calls.request(protocol.skippedRequest, params);
  }

  original(params: protocol.OriginalParams): Promise<protocol.PicturePreview> {
    return this.#calls.request(protocol.originalRequest, params);
  }

  makeFolder(
    params: Omit<protocol.MakeFolderParams, 'progress'>,
    options: CallOptions<protocol.MakeFolderProgress> = {},
  ): Promise<protocol.MakeFolderAnswer> {
    const { makeFolderRequest, makeFolderProgress } = protocol;
    return this.#calls.withProgress(makeFolderRequest, makeFolderProgress, params, options);
  }

  clearCache(): Promise<{ files: number; bytes: number }> {
    return this.#calls.request0(protocol.clearCacheRequest);
  }
}
