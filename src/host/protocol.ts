import {
  NotificationType,
  NotificationType0,
  type ProgressToken,
  ProgressType,
  RequestType,
  RequestType0,
} from 'vscode-jsonrpc/node';
import type { Evaluation } from '../core/metrics.js';
import type { PredictionTotals } from '../core/prediction.js';
import type { RunEvent } from '../core/run/event.js';
import type { RunState } from '../core/run/reducer.js';
import type { TrainingSettings } from '../core/settings.js';
import type { ModelCard } from '../model/card.js';
import type { EngineChoice, LoadProgress, PictureResult } from './protocol/common.js';

/** Everything that the host can be asked, in one place. Requests may be cancelled by their token. */

export * from './protocol/analysis.js';
export * from './protocol/common.js';
export * from './protocol/live.js';

/** Who answers: a client leaves a host of another build and starts its own. */
export interface HostFacts {
  build: string;
  pid: number;
  workspace: string;
}
export const helloRequest = new RequestType0<HostFacts, void>('host/hello');

/** Asks the host to leave as soon as nothing runs; it does not while others are attached. */
export const leaveRequest = new RequestType0<void, void>('host/leave');

/** What a source holds. */
export interface DataSummary {
  source: string;
  format: string;
  count: number;
  perClass: number[];
  skipped: { file: string; reason: string }[];
  /** Size of the pictures as they came; null where they differ. */
  width: number | null;
  height: number | null;
  seconds: number;
  /** True where it was still in the host's memory. */
  cached: boolean;
  /** What a person should know before training on it. */
  warnings: string[];
}
export interface DescribeDataParams {
  source: string;
  progress?: ProgressToken;
}
export const describeDataRequest = new RequestType<DescribeDataParams, DataSummary, void>(
  'data/describe',
);
export const loadProgress = new ProgressType<LoadProgress>();

/** A model of the workspace or a shipped one. */
export type ModelSummary =
  | { name: string; folder: string; preferred: boolean; card: ModelCard }
  | { name: string; folder: string; problem: string };
export const listModelsRequest = new RequestType0<ModelSummary[], void>('models/list');

/** A run of the workspace as its log tells it. */
export interface RunSummary
  extends Pick<RunState, 'id' | 'status' | 'request' | 'startedAt' | 'epoch' | 'best'> {
  /** Validation accuracy of its epochs, 0 to 1, in order; at most 60 of them, evenly spread. */
  validationTrail: number[];
}
export const listRunsRequest = new RequestType0<RunSummary[], void>('runs/list');

export interface StartRunParams {
  source: string;
  settings: TrainingSettings;
  /** Of the model to be; made from source and recipe where it is left out. */
  name?: string;
  engine?: EngineChoice;
}
/** Answers as soon as the run has a place; loading and training are told by its events. */
export const startRunRequest = new RequestType<StartRunParams, { run: string }, void>('run/start');

/** All events so far; those that follow come as `run/event` until the client goes. */
export const attachRunRequest = new RequestType<{ run: string }, { events: RunEvent[] }, void>(
  'run/attach',
);
/** Ends a run after the step under way; answers when its best weights are saved. */
export const stopRunRequest = new RequestType<{ run: string }, void, void>('run/stop');

export const runEventNotification = new NotificationType<{ run: string; event: RunEvent }>(
  'run/event',
);
/** How far the data of a run is loaded, before its first event. */
export const runLoadingNotification = new NotificationType<{ run: string } & LoadProgress>(
  'run/loading',
);

export interface PredictParams {
  /** Files, or folders that are looked through. */
  paths: string[];
  /** A picture's bytes, base64, instead of paths. */
  picture?: string;
  model?: string;
  engine?: EngineChoice;
  progress?: ProgressToken;
}
export interface PredictAnswer {
  model: string;
  totals: PredictionTotals;
  unreadable: number;
  seconds: number;
}
export const predictRequest = new RequestType<PredictParams, PredictAnswer, void>('predict');
export interface PredictProgress {
  total: number;
  results: PictureResult[];
}
export const predictProgress = new ProgressType<PredictProgress>();

export interface EvaluateParams {
  source: string;
  model?: string;
  engine?: EngineChoice;
  progress?: ProgressToken;
}
export interface EvaluateAnswer extends Evaluation {
  model: string;
  imagesPerSecond: number;
}
export const evaluateRequest = new RequestType<EvaluateParams, EvaluateAnswer, void>('evaluate');

/** A picture made small enough to be shown. */
export interface PicturePreview {
  /** PNG, base64. */
  png: string;
  /** Size of the picture itself. */
  width: number;
  height: number;
}
export interface PreviewParams {
  file: string;
  /** Room in pixels. */
  width: number;
  height: number;
}
export const previewRequest = new RequestType<PreviewParams, PicturePreview, void>(
  'picture/preview',
);

/** A run has begun or ended, whoever asked for it: told to every client. */
export const runsChangedNotification = new NotificationType0('runs/changed');
