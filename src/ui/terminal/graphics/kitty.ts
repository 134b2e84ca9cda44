import { isDamaged, moveTo, placeName, type WrittenCells } from './damage.js';
import type { PlacedPicture } from './picture-marks.js';

// Base64 characters in one escape code, the most that the protocol allows.
const chunkLength = 4096;

// Pictures that the terminal keeps, on the screen and off it: the last few that were looked at.
const keptImages = 16;

interface Placement {
  image: number;
  placement: number;
}

/**
 * Pictures by kitty's graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/). The terminal gets each
 * picture once and is then told where to place it. It is told to be quiet (q=2): what it answered would be read as keys.
 */
export class KittyPictures {
  /** Numbers of the pictures that the terminal has, by their keys; the one that was used last comes last. */
  readonly #images = new Map<string, number>();
  readonly #placed = new Map<string, Placement>();
  #lastNumber = 0;

  /** The codes that bring the pictures to the screen, after some cells of it have been written over. */
  show(pictures: readonly PlacedPicture[], written: readonly WrittenCells[]): string {
    const wanted = new Map(pictures.map((picture) => [placeName(picture), picture]));
    const shown = [...wanted].map(([name, picture]) => this.#place(name, picture, written));
    const gone = [...this.#placed]
      .filter(([name]) => !wanted.has(name))
      .map(([name, placement]) => this.#remove(name, placement));
    return [...shown, ...gone, this.#forgetOldest()].join('');
  }

  /** The codes that take the pictures off the screen and out of the terminal's memory. */
  clear(): string {
    const images = [...this.#images.values()];
    this.#images.clear();
    this.#placed.clear();
    if (images.length === 0) return '';
    return images.map(freeCode).join('') + graphicsCode('a=d,d=A,q=2');
  }

  #place(name: string, picture: PlacedPicture, written: readonly WrittenCells[]): string {
    const known = this.#placed.get(name);
    // Text leaves a picture as it is in kitty itself; other terminals take the cells from it.
    if (known && !isDamaged(picture.area, written)) return '';
    const { image, transmission } = this.#send(picture);
    const placement = known?.placement ?? this.#newNumber();
    this.#placed.set(name, { image, placement });
    const { width, height } = picture.area;
    const place = `a=p,i=${image},p=${placement},c=${width},r=${height},C=1,q=2`;
    return transmission + moveTo(picture.area) + graphicsCode(place);
  }

  #send({ key, png }: PlacedPicture): { image: number; transmission: string } {
    const known = this.#images.get(key);
    const image = known ?? this.#newNumber();
    this.#images.delete(key);
    this.#images.set(key, image);
    return { image, transmission: known === undefined ? transmissionCodes(image, png) : '' };
  }

  #remove(name: string, { image, placement }: Placement): string {
    this.#placed.delete(name);
    return graphicsCode(`a=d,d=i,i=${image},p=${placement},q=2`);
  }

  #forgetOldest(): string {
    const inUse = new Set([...this.#placed.values()].map(({ image }) => image));
    const unused = [...this.#images].filter(([, image]) => !inUse.has(image));
    const dropped = unused.slice(0, Math.max(0, this.#images.size - keptImages));
    for (const [key] of dropped) this.#images.delete(key);
    return dropped.map(([, image]) => freeCode(image)).join('');
  }

  #newNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }
}

function transmissionCodes(image: number, png: Buffer): string {
  const data = png.toString('base64');
  let codes = '';
  for (let at = 0; at < data.length; at += chunkLength) {
    const first = at === 0 ? `a=t,f=100,i=${image},` : '';
    const more = at + chunkLength < data.length ? 1 : 0;
    codes += graphicsCode(`${first}q=2,m=${more}`, data.slice(at, at + chunkLength));
  }
  return codes;
}

/** Deletes a picture with all its placements and its data. */
function freeCode(image: number): string {
  return graphicsCode(`a=d,d=I,i=${image},q=2`);
}

function graphicsCode(control: string, payload = ''): string {
  return `\u001b_G${control}${payload === '' ? '' : `;${payload}`}\u001b\\`;
}
