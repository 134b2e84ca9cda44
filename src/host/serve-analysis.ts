import type { MessageConnection, ProgressToken, ProgressType } from 'vscode-jsonrpc/node';
import { answer, tell, toSignal } from './answering.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/** Answers one client's questions about weights. */
export function serveAnalysis(
  connection: MessageConnection,
  { analyses }: Pick<HostServices, 'analyses'>,
): void {
  const teller =
    <Progress>(type: ProgressType<Progress>, token: ProgressToken | undefined) =>
    (progress: Progress) => {
      if (token === undefined) return;
      // The library's type for progress cannot be resolved while Progress is open.
      tell(() => connection.sendProgress(type, token, progress as never));
    };

  connection.onRequest(protocol.scoreRequest, (params, token) =>
    answer(() =>
      analyses.score(params, {
        signal: toSignal(token),
        onProgress: teller(protocol.scoreProgress, params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.samplesRequest, (params) => answer(() => analyses.samples(params)));
  connection.onRequest(protocol.nearestRequest, (params, token) =>
    answer(() =>
      analyses.nearest(params, {
        signal: toSignal(token),
        onProgress: teller(protocol.loadProgress, params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.explainRequest, (params) => answer(() => analyses.explain(params)));
  connection.onRequest(protocol.measureRequest, (params) => answer(() => analyses.measure(params)));
  connection.onRequest(protocol.keptEpochsRequest, (params) =>
    answer(() => analyses.keptEpochs(params)),
  );
  connection.onRequest(protocol.traceRequest, (params, token) =>
    answer(() =>
      analyses.trace(params, {
        signal: toSignal(token),
        onProgress: teller(protocol.traceProgress, params.progress),
      }),
    ),
  );
  connection.onRequest(protocol.epochScoresRequest, (params, token) =>
    answer(() =>
      analyses.epochScores(params, {
        signal: toSignal(token),
        onProgress: teller(protocol.epochScoresProgress, params.progress),
      }),
    ),
  );
}
