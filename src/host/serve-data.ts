import type { MessageConnection, ProgressToken, ProgressType } from 'vscode-jsonrpc/node';
import { clearCache } from '../dataset/cache/cache-folder.js';
import { answer, tell, toSignal } from './answering.js';
import { makeFolder } from './data/make-folder.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/** Answers one client's questions about samples to learn from. */
export function serveData(
  connection: MessageConnection,
  { datasets, dataSets }: Pick<HostServices, 'datasets' | 'dataSets'>,
): void {
  const teller =
    <Progress>(type: ProgressType<Progress>, token: ProgressToken | undefined) =>
    (progress: Progress) => {
      if (token === undefined) return;
      // The library's type for progress cannot be resolved while Progress is open.
      tell(() => connection.sendProgress(type, token, progress as never));
    };

  connection.onRequest(protocol.describeDataRequest, ({ progress, ...question }, token) =>
    answer(() =>
      dataSets.describe(question, {
        signal: toSignal(token),
        onProgress: teller(protocol.loadProgress, progress),
      }),
    ),
  );
  connection.onRequest(protocol.dataSamplesRequest, (params) =>
    answer(() => dataSets.samples(params)),
  );
  connection.onRequest(protocol.skippedRequest, (params) => answer(() => dataSets.skipped(params)));
  connection.onRequest(protocol.originalRequest, (params) =>
    answer(() => dataSets.original(params)),
  );
  connection.onRequest(protocol.makeFolderRequest, ({ progress, ...params }, token) =>
    answer(() =>
      makeFolder(datasets, params, {
        signal: toSignal(token),
        onProgress: teller(protocol.makeFolderProgress, progress),
      }),
    ),
  );
  connection.onRequest(protocol.clearCacheRequest, () => answer(() => clearCache()));
}
