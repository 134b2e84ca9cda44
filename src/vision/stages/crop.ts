import { type Box, cropGrey, type GreyImage } from '../grey-image.js';
import { inkBox } from '../ink-box.js';
import type { Stage } from './stage.js';

/** Cuts the digit out, with the soft edge around it. */
export const cropStage: Stage = {
  name: 'crop',
  apply(work) {
    const marked = { ...work.image, pixels: work.mask };
    const box = grow(inkBox(marked, 0), work.image);
    return {
      work: { ...work, image: cropGrey(work.image, box), mask: cropGrey(marked, box).pixels },
      words: `digit ${work.box[2]}x${work.box[3]} at ${work.box[0]}, ${work.box[1]}`,
    };
  },
};

/** Two pixels more on every side, where the image has them. */
function grow([x, y, width, height]: Box, image: GreyImage): Box {
  const left = Math.max(0, x - 2);
  const top = Math.max(0, y - 2);
  const right = Math.min(image.width, x + width + 2);
  const bottom = Math.min(image.height, y + height + 2);
  return [left, top, right - left, bottom - top];
}
