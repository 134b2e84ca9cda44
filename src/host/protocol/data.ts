import { type ProgressToken, ProgressType, RequestType, RequestType0 } from 'vscode-jsonrpc/node';
import type { DataOptions } from '../../core/data-options.js';
import type { LoadProgress, PicturePreview } from './common.js';

/** The samples that a run would learn from. */
export interface DataQuestion {
  source: string;
  data?: DataOptions;
  /** Of a limit and of the split; as in the settings where it is left out. */
  seed?: number;
  /** Share held back, 0..1; as in the settings where it is left out. */
  validationSplit?: number;
}

/** What there is to learn from, and what a person should know before they do. */
export interface DataSummary {
  /** Names the samples in later questions, as long as the host keeps them. */
  set: string;
  source: string;
  /** Of the source; those of what is added are in `sources`. */
  format: string;
  /** What each source brings, in the order of the samples. */
  sources: SourceSummary[];
  count: number;
  /** Ten. */
  perClass: number[];
  split: SplitSummary;
  /** The held-out samples, where some are named. */
  test?: TestSummary;
  duplicates: DuplicateSummary;
  /** Pictures that were found dark on light and turned. */
  inverted: number;
  /** The first of what was left out; `data/skipped` has the others. */
  skipped: SkippedEntry[];
  skippedCount: number;
  /** Size of the pictures as they came; null where they differ. */
  width: number | null;
  height: number | null;
  seconds: number;
  /** True where nothing had to be read again. */
  cached: boolean;
  /** The gravest first, a sentence each. */
  warnings: string[];
}
export interface SourceSummary {
  source: string;
  format: string;
  count: number;
}
/** Samples of each digit on both sides, ten figures each. */
export interface SplitSummary {
  train: number[];
  validation: number[];
  /** Held-back samples of the same pixels as one that is trained on. */
  shared: number;
}
export interface TestSummary extends SourceSummary {
  perClass: number[];
  /** Samples of the same pixels as one that is learnt from or validated with. */
  shared: number;
}
/** Samples of the same pixels. */
export interface DuplicateSummary {
  /** Beyond the first of each. */
  copies: number;
  /** Pictures that are there under more than one label. */
  acrossClasses: number;
  /** The first of those, each with its first samples. */
  groups: { count: number; samples: DataSample[] }[];
}
export interface SkippedEntry {
  file: string;
  reason: string;
}
/** A labelled sample as the network sees it, and where it is from. */
export interface DataSample {
  /** Place among the samples of its set. */
  index: number;
  label: number;
  /** 784 bytes, base64. */
  pixels: string;
  source: string;
  file: string;
  /** Place in the file, from 0, where it holds several. */
  entry?: number;
}

export interface DescribeDataParams extends DataQuestion {
  progress?: ProgressToken;
}
export const describeDataRequest = new RequestType<DescribeDataParams, DataSummary, void>(
  'data/describe',
);
export const loadProgress = new ProgressType<LoadProgress>();

export interface DataSamplesParams {
  set: string;
  /** Of this digit alone, 0..9. */
  digit?: number;
  /** Place among those that are asked for, from 0. */
  from: number;
  count: number;
}
/** A page of the samples of a set, in their order. */
export const dataSamplesRequest = new RequestType<
  DataSamplesParams,
  { samples: DataSample[] },
  void
>('data/samples');

export interface SkippedParams {
  set: string;
  from: number;
  count: number;
}
/** A page of what was left out of a set. */
export const skippedRequest = new RequestType<SkippedParams, { skipped: SkippedEntry[] }, void>(
  'data/skipped',
);

export interface OriginalParams {
  set: string;
  /** Of the sample in its set. */
  index: number;
  /** Room in pixels. */
  width: number;
  height: number;
}
/** A sample as it was before it became 28x28. */
export const originalRequest = new RequestType<OriginalParams, PicturePreview, void>(
  'data/original',
);

export interface MakeFolderParams {
  source: string;
  /** Absolute; must not be there, or be empty. */
  folder: string;
  /** Samples of each digit at most. */
  perClass: number;
  format: 'jpeg' | 'png';
  seed?: number;
  progress?: ProgressToken;
}
export interface MakeFolderAnswer {
  folder: string;
  /** Files of each digit, ten figures. */
  perClass: number[];
  seconds: number;
}
/** Loading of the source, then the writing of its pictures. */
export interface MakeFolderProgress extends LoadProgress {
  phase: 'load' | 'write';
}
/** Writes samples as a folder of class folders; nothing is left of one that is cancelled. */
export const makeFolderRequest = new RequestType<MakeFolderParams, MakeFolderAnswer, void>(
  'data/make-folder',
);
export const makeFolderProgress = new ProgressType<MakeFolderProgress>();

/** Empties the cache of packed sources, of all workspaces. */
export const clearCacheRequest = new RequestType0<{ files: number; bytes: number }, void>(
  'data/clear-cache',
);
