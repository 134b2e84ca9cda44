import type { PictureExplanation, ReadNumber } from '../host/protocol.js';
import type { ShownPreview } from './recognition-previews.js';

/** Ways to look at one picture more closely: as a whole number, and stage by stage. */
export type CloserView = 'number' | 'xray';

/** What is known of the picture that is looked at closely. */
export type CloserLook = { file: string; view: CloserView } & (
  | { status: 'loading' }
  | { status: 'failed'; problem: string }
  | {
      status: 'ready';
      number?: ReadNumber;
      explanation?: PictureExplanation;
      preview: ShownPreview;
    }
);

/** The number of a picture where it is known: read with the others, or looked at closely. */
export function knownNumber(closer: CloserLook | undefined, file: string): ReadNumber | undefined {
  return closer?.status === 'ready' && closer.file === file ? closer.number : undefined;
}
