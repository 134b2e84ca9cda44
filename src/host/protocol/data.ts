import { ProgressType } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import type { LoadProgress } from './common.js';
import { path, progressToken } from './params.js';
import { HostRequest } from './request.js';

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
export const describeDataParams = z.strictObject({
  source: path,
  progress: progressToken.optional(),
});
export type DescribeDataParams = z.infer<typeof describeDataParams>;
/** Looks a source through and says what it holds. */
export const describeDataRequest = new HostRequest<DescribeDataParams, DataSummary>(
  'data/describe',
  describeDataParams,
);
export const loadProgress = new ProgressType<LoadProgress>();
