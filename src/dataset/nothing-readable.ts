import { Problem } from '../core/problem.js';
import type { SkippedFile } from './dataset.js';

/** A source whose every picture had to be left out; it has the reason of each. */
export class NothingReadable extends Problem {
  readonly skipped: readonly SkippedFile[];

  /** @param source as it was named */
  constructor(source: string, skipped: readonly SkippedFile[]) {
    super(`none of the ${skipped.length} pictures in ${source} can be read`, {
      remedy: `look at the first: ${skipped[0].reason}`,
    });
    this.skipped = skipped;
  }
}
