import { ProgressType, RequestType0 } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { dataOptionsSchema } from '../../core/data-options.js';
import { trainingSettingsSchema } from '../../core/settings.js';
import type { LoadProgress, PicturePreview } from './common.js';
import { path, progressToken, room } from './params.js';
import { HostRequest } from './request.js';

/** The samples that a run would learn from. */
export const dataQuestion = z.strictObject({
  source: path,
  data: dataOptionsSchema.optional(),
  /** Of a limit and of the split; as in the settings where it is left out. */
  seed: trainingSettingsSchema.shape.seed.optional(),
  /** Share held back, 0..1; as in the settings where it is left out. */
  validationSplit: trainingSettingsSchema.shape.validationSplit.optional(),
});
export type DataQuestion = z.infer<typeof dataQuestion>;

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

export const describeDataParams = dataQuestion.extend({ progress: progressToken.optional() });
export type DescribeDataParams = z.infer<typeof describeDataParams>;
/** Loads samples and says what there is to learn from. */
export const describeDataRequest = new HostRequest<DescribeDataParams, DataSummary>(
  'data/describe',
  describeDataParams,
);
export const loadProgress = new ProgressType<LoadProgress>();

/** As `data/describe` named the samples. */
const set = z.string();
/** Place among those that are asked for, from 0, and how many from there. */
const page = { from: z.int().min(0), count: z.int().min(0).max(10_000) };

export const dataSamplesParams = z.strictObject({
  set,
  /** Of this digit alone. */
  digit: z.int().min(0).max(9).optional(),
  ...page,
});
export type DataSamplesParams = z.infer<typeof dataSamplesParams>;
/** A page of the samples of a set, in their order. */
export const dataSamplesRequest = new HostRequest<DataSamplesParams, { samples: DataSample[] }>(
  'data/samples',
  dataSamplesParams,
);

export const skippedParams = z.strictObject({ set, ...page });
export type SkippedParams = z.infer<typeof skippedParams>;
/** A page of what was left out of a set. */
export const skippedRequest = new HostRequest<SkippedParams, { skipped: SkippedEntry[] }>(
  'data/skipped',
  skippedParams,
);

export const originalParams = z.strictObject({
  set,
  /** Of the sample in its set. */
  index: z.int().min(0),
  ...room,
});
export type OriginalParams = z.infer<typeof originalParams>;
/** A sample as it was before it became 28x28. */
export const originalRequest = new HostRequest<OriginalParams, PicturePreview>(
  'data/original',
  originalParams,
);

export const makeFolderParams = z.strictObject({
  source: path,
  /** Absolute; must not be there, or be empty. */
  folder: path,
  /** Samples of each digit at most. */
  perClass: z.int().min(1),
  format: z.enum(['jpeg', 'png']),
  seed: trainingSettingsSchema.shape.seed.optional(),
  progress: progressToken.optional(),
});
export type MakeFolderParams = z.infer<typeof makeFolderParams>;
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
export const makeFolderRequest = new HostRequest<MakeFolderParams, MakeFolderAnswer>(
  'data/make-folder',
  makeFolderParams,
);
export const makeFolderProgress = new ProgressType<MakeFolderProgress>();

/** Empties the cache of packed sources, of all workspaces. */
export const clearCacheRequest = new RequestType0<{ files: number; bytes: number }, void>(
  'data/clear-cache',
);
