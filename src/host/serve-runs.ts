import type { MessageConnection } from 'vscode-jsonrpc/node';
import { type Answering, tell } from './answering.js';
import type { AttachedClient } from './attached-client.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';
import { RunFeed } from './run-feed.js';

export interface RunsClientSide {
  connection: MessageConnection;
  client: AttachedClient;
  services: Pick<HostServices, 'runs'>;
}

/**
 * Answers one client's questions about runs, and does to them what it asks for.
 *
 * @returns what to call when the client is gone: what runs goes on
 */
export function serveRuns(
  answering: Answering,
  { connection, client, services: { runs } }: RunsClientSide,
): () => void {
  const listener = new RunFeed(connection, client);
  answering.on0(protocol.listRunsRequest, () => runs.list());
  answering.on(protocol.startRunRequest, async (params) => ({
    run: await runs.start(params, listener),
  }));
  answering.on(protocol.attachRunRequest, async ({ run }) => ({
    events: await runs.attach(run, listener),
  }));
  answering.on(protocol.detachRunRequest, ({ run }) => runs.detach(listener, run));
  answering.on(protocol.stopRunRequest, ({ run, how = 'save' }) =>
    runs.stop(run, { how, by: client.name }),
  );
  answering.on(protocol.pauseRunRequest, ({ run }) => runs.pause(run, client.name));
  answering.on(protocol.resumeRunRequest, ({ run, engine }) =>
    runs.resume(run, { engine, by: client.name, listener }),
  );
  answering.on(protocol.changeRunRequest, (params) => runs.change(params, client.name));
  answering.on(protocol.describeRunRequest, (params) => runs.describe(params));
  answering.on(protocol.removeRunRequest, ({ run }) => runs.remove(run));
  answering.on(protocol.restoreRunRequest, ({ run }) => runs.restore(run));
  answering.on(protocol.moveRunRequest, ({ run, place }) => runs.move(run, place));
  const forget = runs.onChange(() =>
    tell(() => connection.sendNotification(protocol.runsChangedNotification)),
  );
  return () => {
    forget();
    runs.detach(listener);
  };
}
