import type { CellArea } from '../element-area.js';
import { isDamaged, moveTo, placeName, type WrittenCells } from './damage.js';
import type { PlacedPicture } from './picture-marks.js';

/**
 * Pictures by iTerm2's protocol (https://iterm2.com/documentation-images.html). A picture is part of the cells that it
 * stands in: text takes the cells from it, and nothing else takes it away.
 */
export class Iterm2Pictures {
  #placed = new Map<string, CellArea>();

  /** Where a picture stands that is not to stand there any more: text has to be written over it. */
  leftOver(pictures: readonly PlacedPicture[]): CellArea[] {
    const wanted = new Set(pictures.map(placeName));
    return [...this.#placed].filter(([name]) => !wanted.has(name)).map(([, area]) => area);
  }

  /** The codes that bring the pictures to the screen, after some cells of it have been written over. */
  show(pictures: readonly PlacedPicture[], written: readonly WrittenCells[]): string {
    const codes = pictures.map((picture) => {
      const stays = this.#placed.has(placeName(picture)) && !isDamaged(picture.area, written);
      return stays ? '' : drawingCode(picture);
    });
    this.#placed = new Map(pictures.map((picture) => [placeName(picture), picture.area]));
    return codes.join('');
  }

  /** The screen is cleared, and the pictures with it. */
  forget(): void {
    this.#placed.clear();
  }
}

function drawingCode({ png, area }: PlacedPicture): string {
  const size = `width=${area.width};height=${area.height};preserveAspectRatio=1`;
  return `${moveTo(area)}\u001b]1337;File=inline=1;${size}:${png.toString('base64')}\u0007`;
}
