import type { CellArea } from '../element-area.js';
import type { WrittenCells } from './damage.js';
import { Iterm2Pictures } from './iterm2.js';
import { KittyPictures } from './kitty.js';
import type { PlacedPicture } from './picture-marks.js';

/** The pictures on the terminal's screen, beside its text. What has not changed is not sent again. */
export class PictureLayer {
  readonly #kitty = new KittyPictures();
  readonly #iterm2 = new Iterm2Pictures();

  /** Cells that have to be written again before `show`, even if their text is as it was. */
  leftOver(pictures: readonly PlacedPicture[]): CellArea[] {
    return this.#iterm2.leftOver(of('iterm2', pictures));
  }

  /**
   * The codes that bring the pictures to the screen.
   *
   * @param written what has been written since the last time
   */
  show(pictures: readonly PlacedPicture[], written: readonly WrittenCells[]): string {
    const kitty = this.#kitty.show(of('kitty', pictures), written);
    return kitty + this.#iterm2.show(of('iterm2', pictures), written);
  }

  /** The codes that have to come before the screen is cleared or left: some terminals clear its text only. */
  clear(): string {
    this.#iterm2.forget();
    return this.#kitty.clear();
  }
}

function of(protocol: PlacedPicture['protocol'], pictures: readonly PlacedPicture[]) {
  return pictures.filter((picture) => picture.protocol === protocol);
}
