import { imageBytes, type LabelledImages } from './dataset.js';

/** Samples of the same pixels: two or more indices, in order. */
export type SameImages = readonly number[];

/** All images that are there more than once, by the first of them. */
export function findDuplicates({ images, labels }: LabelledImages): SameImages[] {
  const groups: number[][] = [];
  const groupOf = new Map<number, number[]>();
  const seen = new ImageIndex(images);
  for (let index = 0; index < labels.length; index++) {
    const first = seen.addOrFind(index);
    if (first === undefined) continue;
    const group = groupOf.get(first);
    if (group) {
      group.push(index);
      continue;
    }
    const started = [first, index];
    groupOf.set(first, started);
    groups.push(started);
  }
  return groups.sort((a, b) => a[0] - b[0]);
}

/** Images beyond the first of each. */
export function countCopies(groups: readonly SameImages[]): number {
  return groups.reduce((sum, group) => sum + group.length - 1, 0);
}

/** Those of the same pixels that are not said to be the same digit: one label at least is wrong. */
export function acrossClasses(groups: readonly SameImages[], labels: Uint8Array): SameImages[] {
  return groups.filter((group) => group.some((index) => labels[index] !== labels[group[0]]));
}

/** Held-back samples whose pixels are trained on too: what they score says little. */
export function countSharedBySplit(
  groups: readonly SameImages[],
  validation: Uint32Array,
  samples: number,
): number {
  const isHeld = new Uint8Array(samples);
  for (const index of validation) isHeld[index] = 1;
  return groups.reduce((sum, group) => {
    const held = group.filter((index) => isHeld[index] === 1).length;
    return held < group.length ? sum + held : sum;
  }, 0);
}

/** How many images of the first are among those of the second, pixel for pixel. */
export function countShared(some: LabelledImages, others: LabelledImages): number {
  const known = new ImageIndex(others.images);
  for (let index = 0; index < others.labels.length; index++) known.addOrFind(index);
  const asked = wordsOf(some.images);
  let shared = 0;
  for (let index = 0; index < some.labels.length; index++) {
    if (known.find(asked, index) !== undefined) shared++;
  }
  return shared;
}

/** Finds images by their pixels: by a hash first, then by every one of them. */
class ImageIndex {
  readonly #words: Uint32Array;
  readonly #byHash = new Map<number, number[]>();

  constructor(images: Uint8Array) {
    this.#words = wordsOf(images);
  }

  /** @returns the first image of the same pixels; undefined where there was none, and it is kept */
  addOrFind(index: number): number | undefined {
    const hash = hashOf(this.#words, index);
    const found = this.#among(hash, this.#words, index);
    if (found !== undefined) return found;
    const alike = this.#byHash.get(hash);
    if (alike) alike.push(index);
    else this.#byHash.set(hash, [index]);
    return undefined;
  }

  /** @param words of images of which one is looked for */
  find(words: Uint32Array, index: number): number | undefined {
    return this.#among(hashOf(words, index), words, index);
  }

  #among(hash: number, words: Uint32Array, index: number): number | undefined {
    const alike = this.#byHash.get(hash);
    return alike?.find((other) => isSame(this.#words, other, words, index));
  }
}

/** Pixels are compared four at a time: it takes a quarter of the time. */
const imageWords = imageBytes / 4;

/** The same memory where it can be read so; where it does not begin at a word, a copy. */
function wordsOf(images: Uint8Array): Uint32Array {
  const aligned = images.byteOffset % 4 === 0 ? images : images.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** Multiplicative, with the high bits folded back (as in MurmurHash3's finaliser, Appleby 2008). */
function hashOf(words: Uint32Array, index: number): number {
  const end = (index + 1) * imageWords;
  let hash = 0x811c9dc5;
  for (let at = index * imageWords; at < end; at++) {
    hash = Math.imul(hash ^ words[at], 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(a: Uint32Array, indexA: number, b: Uint32Array, indexB: number): boolean {
  const [fromA, fromB] = [indexA * imageWords, indexB * imageWords];
  for (let at = 0; at < imageWords; at++) {
    if (a[fromA + at] !== b[fromB + at]) return false;
  }
  return true;
}
