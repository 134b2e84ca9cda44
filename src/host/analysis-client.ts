import type { CallOptions, Calls } from './calls.js';
import * as protocol from './protocol.js';

/** What a client asks about weights and how they answer. */
export class AnalysisClient {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  score(
    params: Omit<protocol.ScoreParams, 'progress'>,
    options: CallOptions<protocol.ScoreProgress> = {},
  ): Promise<protocol.ScoreAnswer> {
    const { scoreRequest, scoreProgress } = protocol;
    return this.#calls.withProgress(scoreRequest, scoreProgress, params, options);
  }

  samples(params: protocol.SamplesParams): Promise<{ samples: protocol.Sample[] }> {
    return this.#calls.request(protocol.samplesRequest, params);
  }

  nearest(
    params: Omit<protocol.NearestParams, 'progress'>,
    options: CallOptions<protocol.LoadProgress> = {},
  ): Promise<protocol.NearestAnswer> {
    const { nearestRequest, loadProgress } = protocol;
    return this.#calls.withProgress(nearestRequest, loadProgress, params, options);
  }

  explain(params: protocol.ExplainParams): Promise<protocol.ExplainAnswer> {
    return this.#calls.request(protocol.explainRequest, params);
  }

  trace(
    params: Omit<protocol.TraceParams, 'progress'>,
    options: CallOptions<{ total: number; point: protocol.TracePoint }> = {},
  ): Promise<{ points: protocol.TracePoint[] }> {
    const { traceRequest, traceProgress } = protocol;
    return this.#calls.withProgress(traceRequest, traceProgress, params, options);
  }

  epochScores(
    params: Omit<protocol.EpochScoresParams, 'progress'>,
    options: CallOptions<protocol.EpochScoresProgress> = {},
  ): Promise<{ epochs: protocol.EpochScore[] }> {
    const { epochScoresRequest, epochScoresProgress } = protocol;
    return this.#calls.withProgress(epochScoresRequest, epochScoresProgress, params, options);
  }

  measure(params: protocol.MeasureParams): Promise<protocol.MeasureAnswer> {
    return this.#calls.request(protocol.measureRequest, params);
  }

  keptEpochs(run: string): Promise<{ epochs: number[] }> {
    return this.#calls.request(protocol.keptEpochsRequest, { run });
  }
}
