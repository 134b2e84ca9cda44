import {
  type CancellationToken,
  ErrorCodes,
  type MessageConnection,
  type ProgressToken,
  type ProgressType,
  type RequestType0,
  ResponseError,
} from 'vscode-jsonrpc/node';
import { Problem } from '../core/problem.js';
import { toResponseError } from './errors.js';
import type { HostRequest } from './protocol/request.js';
import { shortLine, wrongField } from './wrong-field.js';

/** Works on one request. The signal is given when its client cancels it, or goes. */
type Handler<Params, Answer> = (params: Params, signal: AbortSignal) => Answer | Promise<Answer>;

/** Requests of one client that may be under way. */
const mostAtOnce = 1000;

/**
 * One client's requests, each answered by its handler. Only what fits the schema of its request reaches a handler: what
 * does not is answered with `InvalidParams` and one line, and an unknown method with `MethodNotFound`.
 */
export class Answering {
  readonly #connection: MessageConnection;
  readonly #onMistake: () => void;
  readonly #handlers = new Map<string, Handler<unknown, unknown>>();
  readonly #underWay = new Set<AbortController>();

  /** @param onMistake called for each message that could not be meant for this host */
  constructor(connection: MessageConnection, onMistake: () => void) {
    this.#connection = connection;
    this.#onMistake = onMistake;
    connection.onRequest((method, params, token) => this.#answer(method, params, token));
    connection.onUnhandledNotification(onMistake);
  }

  on<Params, Answer>(
    { method, schema }: HostRequest<Params, Answer>,
    handler: Handler<Params, Answer>,
  ): void {
    this.#handlers.set(method, (sent, signal) => {
      const params = schema.safeParse(sent);
      if (params.success) return handler(params.data, signal);
      throw this.#refusal(ErrorCodes.InvalidParams, `${method}: ${wrongField(params.error)}`);
    });
  }

  /** A request without parameters; any that come are passed over. */
  on0<Answer>(
    { method }: RequestType0<Answer, void>,
    handler: () => Answer | Promise<Answer>,
  ): void {
    this.#handlers.set(method, handler);
  }

  /** Tells how far a request is under the client's token, where it gave one. */
  progress<Progress>(
    type: ProgressType<Progress>,
    token: ProgressToken | undefined,
  ): (progress: Progress) => void {
    return (progress) => {
      if (token === undefined) return;
      // The library's type for progress cannot be resolved while Progress is open.
      tell(() => this.#connection.sendProgress(type, token, progress as never));
    };
  }

  /** Gives up what is under way: nobody waits for it any more. */
  close(): void {
    for (const abort of this.#underWay) abort.abort();
  }

  async #answer(method: string, params: unknown, token: CancellationToken): Promise<unknown> {
    const handler = this.#handlers.get(method);
    if (!handler) {
      throw this.#refusal(ErrorCodes.MethodNotFound, `there is no request ${shortLine(method)}`);
    }
    const abort = new AbortController();
    if (token.isCancellationRequested) abort.abort();
    token.onCancellationRequested(() => abort.abort());
    try {
      if (this.#underWay.size >= mostAtOnce) throw tooMany();
      this.#underWay.add(abort);
      return await handler(params, abort.signal);
    } catch (error) {
      throw toResponseError(error);
    } finally {
      this.#underWay.delete(abort);
    }
  }

  #refusal(code: number, line: string): ResponseError {
    this.#onMistake();
    return new ResponseError(code, line);
  }
}

/** Tells a client at once. It may be gone by now; the end of its connection is dealt with where it is noticed. */
export function tell(send: () => Promise<void>): void {
  const sent = async () => send();
  sent().catch(() => undefined);
}

function tooMany(): Problem {
  return new Problem(`${mostAtOnce} requests are under way`, {
    remedy: 'wait for their answers',
  });
}
