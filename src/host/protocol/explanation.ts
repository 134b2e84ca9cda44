import * as z from 'zod';
import { base64, type PictureBox, path } from './params.js';
import { HostRequest } from './request.js';

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
export const explainPictureParams = z.strictObject({
  file: path,
  /** The picture's bytes, base64, instead of what the file holds. */
  picture: base64.optional(),
});
export type ExplainPictureParams = z.infer<typeof explainPictureParams>;
/** What the stages make of a picture, one by one. */
export const explainPictureRequest = new HostRequest<ExplainPictureParams, PictureExplanation>(
  'picture/explain',
  explainPictureParams,
);
