import type { MessageConnection, ProgressToken } from 'vscode-jsonrpc/node';
import { answer, tell, toSignal } from './answering.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/**
 * Answers one client's requests about models.
 *
 * @returns what to call when the client is gone
 */
export function serveModels(
  connection: MessageConnection,
  { models }: Pick<HostServices, 'models'>,
): () => void {
  const tellImport = (token?: ProgressToken) => (progress: protocol.ImportProgress) => {
    if (token === undefined) return;
    tell(() => connection.sendProgress(protocol.importProgress, token, progress));
  };

  connection.onRequest(protocol.listModelsRequest, () => answer(() => models.list()));
  connection.onRequest(protocol.verifyModelsRequest, ({ model }) =>
    answer(() => models.verify(model)),
  );
  connection.onRequest(protocol.renameModelRequest, ({ model, name }) =>
    answer(() => models.rename(model, name)),
  );
  connection.onRequest(protocol.removeModelRequest, ({ model }) =>
    answer(() => models.remove(model)),
  );
  connection.onRequest(protocol.restoreModelRequest, ({ model }) =>
    answer(() => models.restore(model)),
  );
  connection.onRequest(protocol.chooseModelRequest, ({ model }) =>
    answer(() => models.choose(model)),
  );
  connection.onRequest(protocol.tryImportRequest, (params, token) =>
    answer(() =>
      models.try(params, {
        signal: toSignal(token),
        onProgress: tellImport(params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.importModelRequest, (params, token) =>
    answer(() =>
      models.import(params, {
        signal: toSignal(token),
        onProgress: tellImport(params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.exportModelRequest, (params) =>
    answer(() => models.export(params)),
  );
  return models.onChange(() =>
    tell(() => connection.sendNotification(protocol.modelsChangedNotification)),
  );
}
