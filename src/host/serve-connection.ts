import type { MessageConnection } from 'vscode-jsonrpc/node';
import { previewPng } from '../vision/preview.js';
import { Answering } from './answering.js';
import type { AttachedClient } from './attached-client.js';
import { explainPicture } from './explain-picture.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';
import { serveAnalysis } from './serve-analysis.js';
import { serveData } from './serve-data.js';
import { serveLife } from './serve-life.js';
import { serveLive } from './serve-live.js';
import { serveModels } from './serve-models.js';
import { serveRuns } from './serve-runs.js';

/**
 * Answers one client's requests.
 *
 * @returns what to call when the client is gone
 */
export function serveConnection(
  connection: MessageConnection,
  services: HostServices,
  client: AttachedClient,
): () => void {
  const { predictions } = services;
  const answering = new Answering(connection, () => client.mistake());

  serveLife(answering, services, client);
  answering.on(protocol.predictRequest, (params, signal) =>
    predictions.predict(params, {
      signal,
      onProgress: answering.progress(protocol.predictProgress, params.progress),
    }),
  );
  answering.on(protocol.evaluateRequest, (params, signal) =>
    predictions.evaluate(params, {
      signal,
      onProgress: answering.progress(protocol.loadProgress, params.progress),
    }),
  );
  answering.on(protocol.previewRequest, async ({ file, ...room }) => {
    const preview = await previewPng(file, room);
    return { ...preview, png: preview.png.toString('base64') };
  });
  answering.on(protocol.explainPictureRequest, ({ file, picture }) =>
    explainPicture(picture === undefined ? file : Buffer.from(picture, 'base64')),
  );
  serveAnalysis(answering, services);
  serveData(answering, services);
  serveLive(answering, services);
  const closeModels = serveModels(answering, { connection, services });
  const closeRuns = serveRuns(answering, { connection, client, services });
  return () => {
    answering.close();
    closeModels();
    closeRuns();
  };
}
