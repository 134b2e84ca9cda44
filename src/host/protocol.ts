import { type ProgressToken, ProgressType, RequestType, RequestType0 } from 'vscode-jsonrpc/node';
import type { Evaluation } from '../core/metrics.js';
import type { PredictionTotals } from '../core/prediction.js';
import type { EngineChoice, PictureBox, PicturePreview, PictureResult } from './protocol/common.js';

/** Everything that the host can be asked, in one place. Requests may be cancelled by their token. */

export * from './protocol/analysis.js';
export * from './protocol/common.js';
export * from './protocol/data.js';
export * from './protocol/explanation.js';
export * from './protocol/live.js';
export * from './protocol/models.js';
export * from './protocol/runs.js';

/** Who answers: a client leaves a host of another build and starts its own. */
export interface HostFacts {
  build: string;
  pid: number;
  workspace: string;
}
export const helloRequest = new RequestType0<HostFacts, void>('host/hello');

/** Asks the host to leave as soon as nothing runs; it does not while others are attached. */
export const leaveRequest = new RequestType0<void, void>('host/leave');

export interface PredictParams {
  /** Files, or folders that are looked through. */
  paths: string[];
  /** A picture's bytes, base64, instead of paths. */
  picture?: string;
  /** Whether each picture is read as a whole number besides as one digit. */
  reading?: 'digit' | 'number';
  model?: string;
  engine?: EngineChoice;
  /** Answers whose `notADigit` is above it are rejected, 0..1; the model's own where it is left out. */
  rejectAbove?: number;
  progress?: ProgressToken;
}
export interface PredictAnswer {
  model: string;
  /** The threshold that was used. */
  rejectAbove: number;
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

export interface PreviewParams {
  file: string;
  /** Room in pixels. */
  width: number;
  height: number;
  /** What is outlined on it. */
  boxes?: readonly PictureBox[];
}
export const previewRequest = new RequestType<PreviewParams, PicturePreview, void>(
  'picture/preview',
);
