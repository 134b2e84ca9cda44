import type { MessageConnection, ProgressToken } from 'vscode-jsonrpc/node';
import { previewPng } from '../vision/preview.js';
import { answer, tell, toSignal } from './answering.js';
import { explainPicture } from './explain-picture.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';
import { serveAnalysis } from './serve-analysis.js';
import { serveLive } from './serve-live.js';
import { serveRuns } from './serve-runs.js';
import { programBuild, type Workspace } from './workspace.js';

/**
 * Answers one client's requests.
 *
 * @returns what to call when the client is gone
 */
export function serveConnection(connection: MessageConnection, services: HostServices): () => void {
  const { workspace, datasets, predictions, leave } = services;
  const tellLoad = (token?: ProgressToken) => (progress: protocol.LoadProgress) => {
    if (token !== undefined) {
      tell(() => connection.sendProgress(protocol.loadProgress, token, progress));
    }
  };
  const tellPredictions = (token?: ProgressToken) => (progress: protocol.PredictProgress) => {
    if (token !== undefined) {
      tell(() => connection.sendProgress(protocol.predictProgress, token, progress));
    }
  };

  connection.onRequest(protocol.helloRequest, () => ({
    build: programBuild,
    pid: process.pid,
    workspace: workspace.root,
  }));
  connection.onRequest(protocol.leaveRequest, () => leave());
  connection.onRequest(protocol.listModelsRequest, () => answer(() => listModels(workspace)));
  connection.onRequest(protocol.describeDataRequest, ({ source, progress }, token) =>
    answer(() =>
      datasets.describe(source, {
        signal: toSignal(token),
        onProgress: tellLoad(progress),
      }),
    ),
  );
  connection.onRequest(protocol.predictRequest, (params, token) =>
    answer(() =>
      predictions.predict(params, {
        signal: toSignal(token),
        onProgress: tellPredictions(params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.evaluateRequest, (params, token) =>
    answer(() =>
      predictions.evaluate(params, {
        signal: toSignal(token),
        onProgress: tellLoad(params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.previewRequest, ({ file, ...room }) =>
    answer(async () => {
      const preview = await previewPng(file, room);
      return { ...preview, png: preview.png.toString('base64') };
    }),
  );
  connection.onRequest(protocol.explainPictureRequest, ({ file, picture }) =>
    answer(() => explainPicture(picture === undefined ? file : Buffer.from(picture, 'base64'))),
  );
  serveAnalysis(connection, services);
  const closeLive = serveLive(connection, services);
  const closeRuns = serveRuns(connection, services, {});
  return () => {
    closeLive();
    closeRuns();
  };
}

async function listModels({ models }: Workspace): Promise<protocol.ModelSummary[]> {
  const stored = await models.list();
  const preferred = stored.some((model) => 'card' in model) ? await models.preferred() : undefined;
  return stored.map((model) =>
    'card' in model ? { ...model, preferred: model.name === preferred?.name } : model,
  );
}
