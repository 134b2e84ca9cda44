import type { SkippedFile } from '../dataset.js';
import type { Squares } from '../threads/tasks.js';

/** Pictures of one file in memory, with what they are said to show: what the readers of tables give. */
export interface LabelledSquares extends Squares {
  /** n digits, 0..9; in shared memory. */
  labels: Uint8Array;
  /** Of each, its place in the file; left out where none was skipped. */
  entries?: Uint32Array;
  skipped: readonly SkippedFile[];
}
