import { RequestType } from 'vscode-jsonrpc/node';
import type { PictureBox } from './common.js';

/** What became of a picture on its way to 28x28, stage by stage. */
export interface PictureExplanation {
  /** Size of the picture. */
  width: number;
  height: number;
  stages: ExplainedStage[];
  /** Where the digit is. */
  box: PictureBox;
  polarity: 'dark on light' | 'light on dark';
  /** Mean width of the strokes in pixels of the picture; 0 where it was not measured. */
  strokeWidth: number;
  /** True where no ink was found. */
  blank: boolean;
}
export interface ExplainedStage {
  name: string;
  /** A few words for people: what was done or found. */
  words: string;
  /** Size of its picture. */
  width: number;
  height: number;
  /** Grey PNG, base64. */
  png: string;
}
export interface ExplainPictureParams {
  file: string;
  /** The picture's bytes, base64, instead of what the file holds. */
  picture?: string;
}
export const explainPictureRequest = new RequestType<
  ExplainPictureParams,
  PictureExplanation,
  void
>('picture/explain');
