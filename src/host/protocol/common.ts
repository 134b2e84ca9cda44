import type { Prediction } from '../../core/prediction.js';
import type { PictureBox } from './params.js';

export type { EngineChoice, PictureBox, WeightsRef } from './params.js';

export interface LoadProgress {
  done: number;
  total: number;
}
/** One picture's answer, or why there is none. */
export type PictureResult =
  | ({
      file: string;
      milliseconds: number;
      seen: SeenPicture;
      /** Where the picture was read as a whole number too. */
      number?: ReadNumber;
    } & Prediction)
  | { file: string; error: string };

/** What became of a picture before the network saw it. */
export interface SeenPicture {
  /** The 28x28 that the network sees, 784 bytes, base64. */
  pixels: string;
  /** What was done, in the order that it was done: `dark on light`, … */
  stages: string[];
  /** True where no ink was found. */
  blank: boolean;
  /** How many digits there seem to be, where it is more than one. */
  digits?: number;
}

/** The digits of one picture, in reading order. */
export interface ReadNumber {
  /** All digits: `548625`. */
  text: string;
  /** Line by line, wide gaps as spaces. */
  lines: string[];
  digits: ReadDigit[];
  /** That all digits are right, 0..1: the product of their confidences. */
  confidence: number;
}
interface ReadDigit extends Pick<Prediction, 'digit' | 'confidence' | 'probabilities'> {
  box: PictureBox;
  /** The 28x28 that the network saw, 784 bytes, base64. */
  pixels: string;
}

/** A picture made small enough to be shown. */
export interface PicturePreview {
  /** PNG, base64. */
  png: string;
  /** Size of the picture itself. */
  width: number;
  height: number;
}
