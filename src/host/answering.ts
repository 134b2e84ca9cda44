import type { CancellationToken } from 'vscode-jsonrpc/node';
import { toResponseError } from './errors.js';

/** A client may be gone by now; the end of its connection is dealt with where it is noticed. */
export function tell(send: () => Promise<void>): void {
  Promise.resolve()
    .then(send)
    .catch(() => undefined);
}

/** What a request is answered with: errors in the form that travels. */
export async function answer<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toResponseError(error);
  }
}

/** Given when the request is cancelled. */
export function toSignal(token: CancellationToken): AbortSignal {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}
