import type { MessageConnection } from 'vscode-jsonrpc/node';
import { answer, tell } from './answering.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';
import type { RunListener } from './runs/active-run.js';

/**
 * Answers one client's questions about runs, and does to them what it asks for.
 *
 * @param client who it is, for people
 * @returns what to call when the client is gone: what runs goes on
 */
export function serveRuns(
  connection: MessageConnection,
  { runs }: Pick<HostServices, 'runs'>,
  client: { name?: string },
): () => void {
  const listener: RunListener = {
    event: (run, event) =>
      tell(() => connection.sendNotification(protocol.runEventNotification, { run, event })),
    loading: (run, progress) =>
      tell(() =>
        connection.sendNotification(protocol.runLoadingNotification, { run, ...progress }),
      ),
  };
  connection.onRequest(protocol.listRunsRequest, () => answer(() => runs.list()));
  connection.onRequest(protocol.startRunRequest, (params) =>
    answer(async () => ({ run: await runs.start(params, listener) })),
  );
  connection.onRequest(protocol.attachRunRequest, ({ run }) =>
    answer(async () => ({ events: await runs.attach(run, listener) })),
  );
  connection.onRequest(protocol.detachRunRequest, ({ run }) =>
    answer(() => runs.detach(listener, run)),
  );
  connection.onRequest(protocol.stopRunRequest, ({ run, how = 'save' }) =>
    answer(() => runs.stop(run, { how, by: client.name })),
  );
  connection.onRequest(protocol.pauseRunRequest, ({ run }) =>
    answer(() => runs.pause(run, client.name)),
  );
  connection.onRequest(protocol.resumeRunRequest, ({ run, engine }) =>
    answer(() => runs.resume(run, { engine, by: client.name, listener })),
  );
  connection.onRequest(protocol.changeRunRequest, (params) =>
    answer(() => runs.change(params, client.name)),
  );
  connection.onRequest(protocol.describeRunRequest, (params) =>
    answer(() => runs.describe(params)),
  );
  connection.onRequest(protocol.removeRunRequest, ({ run }) => answer(() => runs.remove(run)));
  connection.onRequest(protocol.restoreRunRequest, ({ run }) => answer(() => runs.restore(run)));
  connection.onRequest(protocol.moveRunRequest, ({ run, place }) =>
    answer(() => runs.move(run, place)),
  );
  const forget = runs.onChange(() =>
    tell(() => connection.sendNotification(protocol.runsChangedNotification)),
  );
  return () => {
    forget();
    runs.detach(listener);
  };
}
