import { ProgressType } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import type { Evaluation } from '../core/metrics.js';
import type { PredictionTotals } from '../core/prediction.js';
import type { PicturePreview, PictureResult } from './protocol/common.js';
import {
  base64,
  engineChoice,
  modelName,
  path,
  pictureBox,
  progressToken,
  room,
} from './protocol/params.js';
import { HostRequest } from './protocol/request.js';

/** Everything that the host can be asked, in one place. Requests may be cancelled by their token. */

export * from './protocol/analysis.js';
export * from './protocol/common.js';
export * from './protocol/data.js';
export * from './protocol/explanation.js';
export * from './protocol/host.js';
export * from './protocol/live.js';
export * from './protocol/models.js';
export * from './protocol/runs.js';

export const predictParams = z.strictObject({
  /** Files, or folders that are looked through. */
  paths: z.array(path),
  /** A picture's bytes, base64, instead of paths. */
  picture: base64.optional(),
  /** Whether each picture is read as a whole number besides as one digit. */
  reading: z.enum(['digit', 'number']).optional(),
  model: modelName.optional(),
  engine: engineChoice.optional(),
  /** Answers whose `notADigit` is above it are rejected, 0..1; the model's own where it is left out. */
  rejectAbove: z.number().min(0).max(1).optional(),
  progress: progressToken.optional(),
});
export type PredictParams = z.infer<typeof predictParams>;
export interface PredictAnswer {
  model: string;
  /** The threshold that was used. */
  rejectAbove: number;
  totals: PredictionTotals;
  unreadable: number;
  seconds: number;
}
/** Reads pictures in order; their results come as progress, some at a time. */
export const predictRequest = new HostRequest<PredictParams, PredictAnswer>(
  'predict',
  predictParams,
);
export interface PredictProgress {
  total: number;
  results: PictureResult[];
}
export const predictProgress = new ProgressType<PredictProgress>();

export const evaluateParams = z.strictObject({
  source: path,
  model: modelName.optional(),
  engine: engineChoice.optional(),
  progress: progressToken.optional(),
});
export type EvaluateParams = z.infer<typeof evaluateParams>;
export interface EvaluateAnswer extends Evaluation {
  model: string;
  imagesPerSecond: number;
}
/** Scores a model on labelled samples. */
export const evaluateRequest = new HostRequest<EvaluateParams, EvaluateAnswer>(
  'evaluate',
  evaluateParams,
);

export const previewParams = z.strictObject({
  file: path,
  ...room,
  /** What is outlined on it. */
  boxes: z.array(pictureBox).max(1000).readonly().optional(),
});
export type PreviewParams = z.infer<typeof previewParams>;
/** Makes a picture small, in colour and upright. */
export const previewRequest = new HostRequest<PreviewParams, PicturePreview>(
  'picture/preview',
  previewParams,
);
