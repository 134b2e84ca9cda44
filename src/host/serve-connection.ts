import type { MessageConnection, ProgressToken } from 'vscode-jsonrpc/node';
import { previewPng } from '../vision/preview.js';
import { answer, tell, toSignal } from './answering.js';
import { explainPicture } from './explain-picture.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';
import type { RunListener } from './runs.js';
import { serveAnalysis } from './serve-analysis.js';
import { serveLive } from './serve-live.js';
import { serveModels } from './serve-models.js';
import { programBuild } from './workspace.js';

/**
 * Answers one client's requests.
 *
 * @returns what to call when the client is gone
 */
export function serveConnection(connection: MessageConnection, services: HostServices): () => void {
  const { workspace, runs, datasets, predictions, leave } = services;
  const listener: RunListener = {
    event: (run, event) =>
      tell(() => connection.sendNotification(protocol.runEventNotification, { run, event })),
    loading: (run, progress) =>
      tell(() =>
        connection.sendNotification(protocol.runLoadingNotification, { run, ...progress }),
      ),
  };
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
  connection.onRequest(protocol.listRunsRequest, () => answer(() => runs.list()));
  connection.onRequest(protocol.startRunRequest, (params) =>
    answer(async () => ({ run: await runs.start(params, listener) })),
  );
  connection.onRequest(protocol.attachRunRequest, ({ run }) =>
    answer(async () => ({ events: await runs.attach(run, listener) })),
  );
  connection.onRequest(protocol.stopRunRequest, ({ run }) => answer(() => runs.stop(run)));
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
  const closeModels = serveModels(connection, services);
  const forget = runs.onChange(() =>
    tell(() => connection.sendNotification(protocol.runsChangedNotification)),
  );
  return () => {
    closeLive();
    closeModels();
    forget();
    runs.detach(listener);
  };
}
