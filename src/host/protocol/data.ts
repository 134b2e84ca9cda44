import { type ProgressToken, ProgressType, RequestType } from 'vscode-jsonrpc/node';
import type { LoadProgress } from './common.js';

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
