import type { PictureResult } from '../host/protocol.js';

/** A picture that was read, as against one that could not be. */
export type ReadPicture = Exclude<PictureResult, { error: string }>;

/** Pictures that are read together. */
export interface Reading {
  /** Tells readings apart; it only grows. */
  readonly id: number;
  /** What was asked for: files and folders. */
  readonly paths: readonly string[];
  readonly status: 'reading' | 'done' | 'stopped' | 'failed';
  /** Pictures to read; 0 while that is not known. */
  readonly total: number;
  /** Pictures read by now. */
  readonly done: number;
  /** By the host's order. Where the same paths are read again, old answers stand until the new ones come. */
  readonly results: readonly PictureResult[];
  readonly seconds: number;
  /** The model that answers; undefined until it is known. */
  readonly model: string | undefined;
  /** The one line that says why it failed. */
  readonly problem: string | undefined;
}

/** How the table is sorted: as the host read, or what needs a look first. */
export type ResultOrder = 'as-read' | 'uncertain-first';

/** Indices of `results` in the order that they are shown. */
export function orderResults(results: readonly PictureResult[], order: ResultOrder): number[] {
  const indices = results.map((_, index) => index);
  if (order === 'as-read') return indices;
  const keys = results.map(certainty);
  return indices.sort((a, b) => keys[a] - keys[b] || a - b);
}

/** Of a reading that goes on or ended: what is new, then what is still there from the time before. */
export function mergeResults(
  fresh: readonly PictureResult[],
  previous: readonly PictureResult[],
  status: Reading['status'],
): readonly PictureResult[] {
  if (status === 'reading') return [...fresh, ...previous.slice(fresh.length)];
  // Two models' answers in one table would be a false table; an old one is better than none.
  return fresh.length === 0 && status !== 'done' ? previous : [...fresh];
}

/** Unreadable pictures, then rejected ones, then by confidence. */
function certainty(result: PictureResult): number {
  if ('error' in result) return -2;
  if (result.number) return result.number.confidence;
  return result.rejected ? result.confidence - 1 : result.confidence;
}
