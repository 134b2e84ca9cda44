import { type ProgressToken, ProgressType, RequestType } from 'vscode-jsonrpc/node';
import type { DataOptions } from '../../core/data-options.js';
import type { Evaluation } from '../../core/metrics.js';
import type { EngineChoice, LoadProgress } from './common.js';

/**
 * Which weights are meant: those of a model (the preferred one where none is named), or of a run: after one of its
 * epochs, or its best where none is given.
 */
export type WeightsRef = { model?: string } | { run: string; epoch?: number };

/** All samples of a source, or one side of the split that the weights were trained with. */
export type SourcePart = 'all' | 'train' | 'validation';

export interface ScoreParams {
  weights: WeightsRef;
  /** As in training; where it is left out, the one that the weights were trained on. */
  source?: string;
  part: SourcePart;
  /** What is added to all samples of a source, and how many of each digit are drawn by the seed. */
  data?: DataOptions;
  seed?: number;
  engine?: EngineChoice;
  progress?: ProgressToken;
}
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
export const scoreRequest = new RequestType<ScoreParams, ScoreAnswer, void>('analysis/score');
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
export interface SamplesParams {
  /** As `score` named it. */
  analysis: string;
  /** Indices of its samples, 0..n-1. */
  indices: number[];
}
export const samplesRequest = new RequestType<SamplesParams, { samples: Sample[] }, void>(
  'analysis/samples',
);

export interface NearestParams {
  /** Whose training samples are looked through. */
  weights: WeightsRef;
  /** 784 bytes, base64. */
  pixels: string;
  count: number;
  progress?: ProgressToken;
}
export interface NearestAnswer {
  source: string;
  /** Training samples that were looked through. */
  searched: number;
  /** The nearest first; distances are Euclidean over pixels of 0..1. */
  neighbours: (Sample & { distance: number })[];
}
export const nearestRequest = new RequestType<NearestParams, NearestAnswer, void>(
  'analysis/nearest',
);

export interface ExplainParams {
  weights: WeightsRef;
  /** 784 bytes, base64. */
  pixels: string;
  engine?: EngineChoice;
}
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
export const explainRequest = new RequestType<ExplainParams, ExplainAnswer, void>(
  'analysis/explain',
);

export interface TraceParams {
  run: string;
  /** 784 bytes, base64. */
  pixels: string;
  engine?: EngineChoice;
  progress?: ProgressToken;
}
/** What the weights after one epoch answer for one image. */
export interface TracePoint {
  epoch: number;
  /** Ten. */
  probabilities: number[];
}
/** One image through the weights after each epoch that a run has kept; told one by one as well. */
export const traceRequest = new RequestType<TraceParams, { points: TracePoint[] }, void>(
  'analysis/trace',
);
export const traceProgress = new ProgressType<{ total: number; point: TracePoint }>();

export interface EpochScoresParams {
  run: string;
  source?: string;
  part: SourcePart;
  engine?: EngineChoice;
  progress?: ProgressToken;
}
export interface EpochScore extends Evaluation {
  epoch: number;
}
/** The samples through the weights after each epoch that a run has kept; told one by one as well. */
export const epochScoresRequest = new RequestType<
  EpochScoresParams,
  { epochs: EpochScore[] },
  void
>('analysis/epoch-scores');
/** Loading first; then an epoch at a time. */
export type EpochScoresProgress =
  | ({ phase: 'load' } & LoadProgress)
  | { phase: 'score'; done: number; total: number; score: EpochScore };
export const epochScoresProgress = new ProgressType<EpochScoresProgress>();

export interface MeasureParams {
  weights: WeightsRef;
  engine?: EngineChoice;
}
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
export const measureRequest = new RequestType<MeasureParams, MeasureAnswer, void>(
  'analysis/measure',
);

/** Epochs whose weights a run has kept, in order. */
export const keptEpochsRequest = new RequestType<{ run: string }, { epochs: number[] }, void>(
  'analysis/kept-epochs',
);
