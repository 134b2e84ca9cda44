import type { MessageConnection } from 'vscode-jsonrpc/node';
import { type Answering, tell } from './answering.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/**
 * Answers one client's requests about models.
 *
 * @returns what to call when the client is gone
 */
export function serveModels(
  answering: Answering,
  {
    connection,
    services: { models },
  }: { connection: MessageConnection; services: Pick<HostServices, 'models'> },
): () => void {
  answering.on0(protocol.listModelsRequest, () => models.list());
  answering.on(protocol.verifyModelsRequest, ({ model }) => models.verify(model));
  answering.on(protocol.renameModelRequest, ({ model, name }) => models.rename(model, name));
  answering.on(protocol.removeModelRequest, ({ model }) => models.remove(model));
  answering.on(protocol.restoreModelRequest, ({ model }) => models.restore(model));
  answering.on(protocol.chooseModelRequest, ({ model }) => models.choose(model));
  answering.on(protocol.tryImportRequest, (params, signal) =>
    models.try(params, {
      signal,
      onProgress: answering.progress(protocol.importProgress, params.progress),
    }),
  );
  answering.on(protocol.importModelRequest, (params, signal) =>
    models.import(params, {
      signal,
      onProgress: answering.progress(protocol.importProgress, params.progress),
    }),
  );
  answering.on(protocol.exportModelRequest, (params) => models.export(params));
  return models.onChange(() =>
    tell(() => connection.sendNotification(protocol.modelsChangedNotification)),
  );
}
