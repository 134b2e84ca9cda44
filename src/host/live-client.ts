import type { CallOptions, Calls } from './calls.js';
import * as protocol from './protocol.js';

/** What a client asks in front of a room: drawings, and folders that pictures come to. */
export class LiveClient {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  readDrawing(params: protocol.ReadDrawingParams): Promise<protocol.ReadDrawingAnswer> {
    return this.#calls.request(protocol.readDrawingRequest, params);
  }

  saveDrawing(params: protocol.SaveDrawingParams): Promise<{ file: string }> {
    return this.#calls.request(protocol.saveDrawingRequest, params);
  }

  forgetDrawing(file: string): Promise<void> {
    return this.#calls.request(protocol.forgetDrawingRequest, { file });
  }

  ownDigits(): Promise<{ folder: string; perClass: number[] }> {
    return this.#calls.request0(protocol.ownDigitsRequest);
  }

  /** Resolves when the signal ends it, or the folder is gone. */
  watch(
    params: Omit<protocol.WatchParams, 'progress'>,
    options: CallOptions<protocol.WatchProgress>,
  ): Promise<void> {
    const { watchRequest, watchProgress } = protocol;
    return this.#calls.withProgress(watchRequest, watchProgress, params, options);
  }
}
