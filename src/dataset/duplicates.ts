import { type Dataset, imageBytes } from './dataset.js';

type Samples = Pick<Dataset, 'images' | 'labels'>;

/** Samples of the same pixels: two or more indices, in order. */
export type SameImages = readonly number[];

/** All images that are there more than once, by the first of them. */
export function findDuplicates({ images, labels }: Samples): SameImages[] {
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
export function countShared(some: Samples, others: Samples): number {
  const known = new ImageIndex(others.images);
  for (let index = 0; index < others.labels.length; index++) known.addOrFind(index);
  let shared = 0;
  for (let index = 0; index < some.labels.length; index++) {
    if (known.has(some.images.subarray(index * imageBytes, (index + 1) * imageBytes))) shared++;
  }
  return shared;
}

/** Finds images by their pixels: by a hash first, then by every one of them. */
class ImageIndex {
  readonly #images: Uint8Array;
  readonly #byHash = new Map<number, number[]>();

  constructor(images: Uint8Array) {
    this.#images = images;
  }

  /** @returns the first image of the same pixels; undefined where there was none, and it is kept */
  addOrFind(index: number): number | undefined {
    const image = this.#at(index);
    const hash = hashOf(image);
    const alike = this.#byHash.get(hash);
    const found = alike?.find((other) => isSame(this.#at(other), image));
    if (found !== undefined) return found;
    if (alike) alike.push(index);
    else this.#byHash.set(hash, [index]);
    return undefined;
  }

  has(image: Uint8Array): boolean {
    const alike = this.#byHash.get(hashOf(image));
    return alike?.some((other) => isSame(this.#at(other), image)) ?? false;
  }

  #at(index: number): Uint8Array {
    return this.#images.subarray(index * imageBytes, (index + 1) * imageBytes);
  }
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index++) {
    hash = Math.imul(hash ^ bytes[index], 0x01000193);
  }
  return hash;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
