import type { Prediction } from '../../core/prediction.js';

export type EngineChoice = 'native' | 'portable';

export interface LoadProgress {
  done: number;
  total: number;
}
/** One picture's answer, or why there is none. */
export type PictureResult =
  | ({ file: string; milliseconds: number; seen: SeenPicture } & Prediction)
  | { file: string; error: string };

/** What became of a picture before the network saw it. */
export interface SeenPicture {
  /** The 28x28 that the network sees, 784 bytes, base64. */
  pixels: string;
  /** What was done, in the order that it was done: `dark on light`, … */
  stages: string[];
  /** True where no ink was found. */
  blank: boolean;
}
