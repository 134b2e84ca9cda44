import type { MessageConnection } from 'vscode-jsonrpc/node';
import { answer, tell, toSignal } from './answering.js';
import type { HostServices } from './host-services.js';
import { watchFolder } from './live/watched-folder.js';
import * as protocol from './protocol.js';

/**
 * Answers one client's questions about drawings and watched folders.
 *
 * @returns what to call when the client is gone: nobody watches any more
 */
export function serveLive(
  connection: MessageConnection,
  { workspace, classifiers, drawings }: HostServices,
): () => void {
  const gone = new AbortController();

  connection.onRequest(protocol.readDrawingRequest, (params) =>
    answer(() => drawings.read(params)),
  );
  connection.onRequest(protocol.saveDrawingRequest, (params) =>
    answer(() => drawings.save(params)),
  );
  connection.onRequest(protocol.forgetDrawingRequest, ({ file }) =>
    answer(() => drawings.forget(file)),
  );
  connection.onRequest(protocol.ownDigitsRequest, () => answer(() => drawings.ownDigits()));
  connection.onRequest(protocol.watchRequest, (params, token) =>
    answer(() =>
      watchFolder({ workspace, classifiers }, params, {
        signal: AbortSignal.any([toSignal(token), gone.signal]),
        onProgress: (progress) =>
          tell(() => connection.sendProgress(protocol.watchProgress, params.progress, progress)),
      }),
    ),
  );
  return () => gone.abort();
}
