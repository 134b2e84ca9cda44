import type { Names, Stamp } from '../cache/stamp.js';

/** Where threads put what they make of pictures. All of it lies in shared memory; n is the count of pictures. */
export interface PictureSheet {
  /** n × 784 bytes. */
  images: Uint8Array;
  /** n: how each became 28x28, or that it did not. */
  marks: Uint8Array;
}

/** The marks of pictures. */
export const marks = {
  /** Not looked at, or left out. */
  none: 0,
  straight: 1,
  normalised: 2,
  /** Added to either of those. */
  darkOnLight: 4,
} as const;

/** Pictures in files. */
export interface FileSheet extends PictureSheet {
  /** 2n: width and height as they came. */
  sizes: Uint32Array;
  /** The n pictures are the last of its paths. */
  stamp: Stamp;
}

/** Pictures in memory, all of one size. */
export interface Squares {
  width: number;
  height: number;
  /** n × width × height bytes, 0 black to 255 white; in shared memory. */
  pixels: Uint8Array;
}

/** How a picture becomes 28x28: as recognition does it, or as one of a set that is 28x28 already. */
export type FileForm = 'as recognised' | 'as it is';

/** Pieces of work for a thread; `start` to before `end` are pictures, or paths. */
export type ThreadTask = { start: number; end: number } & (
  | { kind: 'read-files'; sheet: FileSheet; form: FileForm }
  | { kind: 'normalise'; squares: Squares; sheet: PictureSheet }
  | { kind: 'check'; stamp: Stamp; names: Names }
);

/** What a thread says when a task is done. */
export interface ThreadReply {
  /** Pictures that were left out. */
  skipped: readonly { index: number; reason: string }[];
  /** True where a file is not as it was (check), or could not even be opened (read-files). */
  isUnsettled: boolean;
  /** How long it took. */
  milliseconds: number;
}
