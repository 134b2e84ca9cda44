import { ProgressType } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { dataOptionsSchema } from '../../core/data-options.js';
import type { Evaluation } from '../../core/metrics.js';
import { trainingSettingsSchema } from '../../core/settings.js';
import type { LoadProgress } from './common.js';
import { base64, engineChoice, path, progressToken, runId, weightsRef } from './params.js';
import { HostRequest } from './request.js';
import { type OneRunParams, oneRunParams } from './runs.js';

/** All samples of a source, or one side of the split that the weights were trained with. */
export const sourcePart = z.enum(['all', 'train', 'validation']);
export type SourcePart = z.infer<typeof sourcePart>;

export const scoreParams = z.strictObject({
  weights: weightsRef,
  /** As in training; where it is left out, the one that the weights were trained on. */
  source: path.optional(),
  part: sourcePart,
  /** What is added to all samples of a source, and how many of each digit are drawn by the seed. */
  data: dataOptionsSchema.optional(),
  seed: trainingSettingsSchema.shape.seed.optional(),
  engine: engineChoice.optional(),
  progress: progressToken.optional(),
});
export type ScoreParams = z.infer<typeof scoreParams>;
/** What weights answer for labelled samples. */
export interface ScoreAnswer {
  /** Names the samples in later questions, as long as the host keeps them. */
  analysis: string;
  /** What the weights are called: `mnist-fast`, `mnist-fast, epoch 3`. */
  name: string;
  source: string;
  part: SourcePart;
  /** Samples, n. */
  count: number;
  /** n bytes, 0..9, base64. */
  labels: string;
  /** n × 10 probabilities, 32-bit floats, little endian, base64. */
  probabilities: string;
  /** Whether the samples have files of their own. */
  hasFiles: boolean;
  /** Files that were left out. */
  skipped: number;
  imagesPerSecond: number;
}
/** Loading of pictures, then their scoring. */
export interface ScoreProgress extends LoadProgress {
  phase: 'load' | 'score';
}
/** Scores labelled samples, and keeps them for later questions about single ones. */
export const scoreRequest = new HostRequest<ScoreParams, ScoreAnswer>(
  'analysis/score',
  scoreParams,
);
export const scoreProgress = new ProgressType<ScoreProgress>();

/** A labelled sample as the network sees it. */
export interface Sample {
  index: number;
  label: number;
  /** 784 bytes, base64. */
  pixels: string;
  /** The file that it was made of, where there is one. */
  file?: string;
}
export const samplesParams = z.strictObject({
  /** As `analysis/score` named it. */
  analysis: z.string(),
  /** Indices of its samples, 0..n-1. */
  indices: z.array(z.int().min(0)).max(10_000),
});
export type SamplesParams = z.infer<typeof samplesParams>;
/** Pictures of single samples that were scored. */
export const samplesRequest = new HostRequest<SamplesParams, { samples: Sample[] }>(
  'analysis/samples',
  samplesParams,
);

export const nearestParams = z.strictObject({
  /** Whose training samples are looked through. */
  weights: weightsRef,
  /** 784 bytes, base64. */
  pixels: base64,
  count: z.int().min(1).max(1000),
  progress: progressToken.optional(),
});
export type NearestParams = z.infer<typeof nearestParams>;
export interface NearestAnswer {
  source: string;
  /** Training samples that were looked through. */
  searched: number;
  /** The nearest first; distances are Euclidean over pixels of 0..1. */
  neighbours: (Sample & { distance: number })[];
}
/** Looks for the training samples that are most like an image. */
export const nearestRequest = new HostRequest<NearestParams, NearestAnswer>(
  'analysis/nearest',
  nearestParams,
);

export const explainParams = z.strictObject({
  weights: weightsRef,
  /** 784 bytes, base64. */
  pixels: base64,
  engine: engineChoice.optional(),
});
export type ExplainParams = z.infer<typeof explainParams>;
/** What one layer makes of an image. */
export interface LayerImages {
  name: string;
  width: number;
  height: number;
  channels: number;
  /** height × width × channels bytes, base64: 255 is the largest value of the layer, 0 is zero. */
  values: string;
  /** The largest value. */
  largest: number;
}
export interface ExplainAnswer {
  /** Ten. */
  probabilities: number[];
  occlusion: {
    /** Side of the square that covers, in pixels; it is as dark as the ground. */
    patch: number;
    /** 784 32-bit floats, little endian, base64: probability of the answer with the square centred there. */
    kept: string;
    /** 784 bytes, base64: the answer with the square centred there. */
    digits: string;
  };
  /** The convolutions after their activation, in order. */
  layers: LayerImages[];
}
/** Why an image is answered as it is: what it hangs on, and what the layers make of it. */
export const explainRequest = new HostRequest<ExplainParams, ExplainAnswer>(
  'analysis/explain',
  explainParams,
);

export const traceParams = z.strictObject({
  run: runId,
  /** 784 bytes, base64. */
  pixels: base64,
  engine: engineChoice.optional(),
  progress: progressToken.optional(),
});
export type TraceParams = z.infer<typeof traceParams>;
/** What the weights after one epoch answer for one image. */
export interface TracePoint {
  epoch: number;
  /** Ten. */
  probabilities: number[];
}
/** One image through the weights after each epoch that a run has kept; told one by one as well. */
export const traceRequest = new HostRequest<TraceParams, { points: TracePoint[] }>(
  'analysis/trace',
  traceParams,
);
export const traceProgress = new ProgressType<{ total: number; point: TracePoint }>();

export const epochScoresParams = z.strictObject({
  run: runId,
  /** The one that the run was trained on where it is left out. */
  source: path.optional(),
  part: sourcePart,
  engine: engineChoice.optional(),
  progress: progressToken.optional(),
});
export type EpochScoresParams = z.infer<typeof epochScoresParams>;
export interface EpochScore extends Evaluation {
  epoch: number;
}
/** The samples through the weights after each epoch that a run has kept; told one by one as well. */
export const epochScoresRequest = new HostRequest<EpochScoresParams, { epochs: EpochScore[] }>(
  'analysis/epoch-scores',
  epochScoresParams,
);
/** Loading first; then an epoch at a time. */
export type EpochScoresProgress =
  | ({ phase: 'load' } & LoadProgress)
  | { phase: 'score'; done: number; total: number; score: EpochScore };
export const epochScoresProgress = new ProgressType<EpochScoresProgress>();

export const measureParams = z.strictObject({
  weights: weightsRef,
  engine: engineChoice.optional(),
});
export type MeasureParams = z.infer<typeof measureParams>;
/** What reading costs, measured at this moment on this machine. */
export interface MeasureAnswer {
  engine: string;
  /** One image at a time: milliseconds each. */
  single: number[];
  /** Images a second in batches of `batchSize`, one figure a batch. */
  batches: number[];
  batchSize: number;
  /** Bytes of the model on disk; of a run, of its weights. */
  diskBytes: number;
  /** Bytes of the weights in memory, and of all layers' outputs for one image. */
  weightBytes: number;
  activationBytes: number;
  /** Resident memory of the host. */
  residentBytes: number;
}
/** Measures what reading with these weights costs. */
export const measureRequest = new HostRequest<MeasureParams, MeasureAnswer>(
  'analysis/measure',
  measureParams,
);

/** Epochs whose weights a run has kept, in order. */
export const keptEpochsRequest = new HostRequest<OneRunParams, { epochs: number[] }>(
  'analysis/kept-epochs',
  oneRunParams,
);
