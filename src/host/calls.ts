import {
  CancellationTokenSource,
  type MessageConnection,
  type ProgressToken,
  type ProgressType,
  type RequestType,
  type RequestType0,
} from 'vscode-jsonrpc/node';
import { fromResponseError } from './errors.js';

export interface CallOptions<Progress = never> {
  /** Cancels the request. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Requests over a connection, their progress and their errors. */
export class Calls {
  readonly #connection: MessageConnection;
  #nextToken = 1;

  constructor(connection: MessageConnection) {
    this.#connection = connection;
  }

  async request<Params, Answer>(
    type: RequestType<Params, Answer, void>,
    params: Params,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const cancellation = new CancellationTokenSource();
    const cancel = () => cancellation.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    try {
      // The library's type for parameters cannot be resolved while Params is open.
      return await this.#connection.sendRequest(type, params as never, cancellation.token);
    } catch (error) {
      throw fromResponseError(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  async request0<Answer>(type: RequestType0<Answer, void>): Promise<Answer> {
    try {
      return await this.#connection.sendRequest(type);
    } catch (error) {
      throw fromResponseError(error);
    }
  }

  /** A request that tells how far it is, under a token of its own. */
  async withProgress<Params extends { progress?: ProgressToken }, Progress, Answer>(
    type: RequestType<Params, Answer, void>,
    progressType: ProgressType<Progress>,
    params: Omit<Params, 'progress'>,
    { signal, onProgress }: CallOptions<Progress>,
  ): Promise<Answer> {
    const progress = this.#nextToken++;
    const listening = this.#connection.onProgress(progressType, progress, (told) =>
      onProgress?.(told as Progress),
    );
    try {
      return await this.request(type, { ...params, progress } as Params, signal);
    } finally {
      listening.dispose();
    }
  }
}
