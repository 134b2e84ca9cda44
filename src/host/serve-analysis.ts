import type { Answering } from './answering.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/** Answers one client's questions about weights. */
export function serveAnalysis(
  answering: Answering,
  { analyses }: Pick<HostServices, 'analyses'>,
): void {
  answering.on(protocol.scoreRequest, (params, signal) =>
    analyses.score(params, {
      signal,
      onProgress: answering.progress(protocol.scoreProgress, params.progress),
    }),
  );
  answering.on(protocol.samplesRequest, (params) => analyses.samples(params));
  answering.on(protocol.nearestRequest, (params, signal) =>
    analyses.nearest(params, {
      signal,
      onProgress: answering.progress(protocol.loadProgress, params.progress),
    }),
  );
  answering.on(protocol.explainRequest, (params) => analyses.explain(params));
  answering.on(protocol.measureRequest, (params) => analyses.measure(params));
  answering.on(protocol.keptEpochsRequest, (params) => analyses.keptEpochs(params));
  answering.on(protocol.traceRequest, (params, signal) =>
    analyses.trace(params, {
      signal,
      onProgress: answering.progress(protocol.traceProgress, params.progress),
    }),
  );
  answering.on(protocol.epochScoresRequest, (params, signal) =>
    analyses.epochScores(params, {
      signal,
      onProgress: answering.progress(protocol.epochScoresProgress, params.progress),
    }),
  );
}
