import type { Box, GreyImage } from '../grey-image.js';

/** How the picture shows its ink. */
export type Polarity = 'dark on light' | 'light on dark';

/** What is known of a picture on its way to 28x28. Stages make a new one, they change none. */
export interface Work {
  /** The picture so far; from the stage `polarity` on, ink is light. */
  image: GreyImage;
  /** 1 where there is ink, as large as `image`; all 0 before the stage `threshold`. */
  mask: Uint8Array;
  polarity: Polarity;
  /** The digit, in pixels of the picture that went in; all of it before the stage `components`. */
  box: Box;
  /** Mean width of its strokes, in pixels of `image`; 0 while it is not known. */
  strokeWidth: number;
  /** Pixels of the picture that went in, for one of `image`. */
  scale: number;
  /** A guess at how many digits there are; 1 before the stage `components`. */
  digits: number;
  /** `none` where the picture that went in is black and white alone, so that no light lies on its paper. */
  shade?: 'none';
  /** Why the stages end here: it needs nothing more, or there is no ink. */
  ending?: 'in form' | 'blank';
}

/**
 * One step from a picture to the 28x28 that the network wants.
 *
 * @returns the work after it, and what was found in a few words; undefined where there was nothing
 * to do
 */
export interface Stage {
  name: string;
  apply(work: Work): { work: Work; words: string } | undefined;
}
