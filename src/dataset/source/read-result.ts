import type { Samples } from '../samples.js';

/** A source that was read from its files. */
export interface ReadResult {
  samples: Samples;
  /**
   * Whether a packed copy should stand for it the next time: `needless` where it is as quick to
   * read as one, `unsafe` where a file could not be opened and may be there then.
   */
  packing: 'useful' | 'needless' | 'unsafe';
}
