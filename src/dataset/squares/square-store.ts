import { requireReasonable } from '../bytes/limits.js';
import { sharedBytes } from '../threads/shared.js';

/** Pictures of one size that come one after the other, in memory that threads share. */
export class SquareStore {
  readonly #name: string;
  readonly #size: { width: number; height: number };
  #pixels: Uint8Array;
  #labels: Uint8Array;
  #entries: Uint32Array;
  #count = 0;

  /**
   * @param name of their file, for the words of a problem
   * @param expected how many there may be: memory that is not written to is not taken, so rather more
   */
  constructor(name: string, size: { width: number; height: number }, expected: number) {
    this.#name = name;
    this.#size = size;
    const bytes = size.width * size.height;
    const capacity = Math.max(1, Math.min(expected, Math.floor(2 ** 31 / bytes)));
    this.#pixels = sharedBytes(capacity * bytes);
    this.#labels = sharedBytes(capacity);
    this.#entries = new Uint32Array(sharedBytes(capacity * 4).buffer);
  }

  get count(): number {
    return this.#count;
  }

  /**
   * @param entry its place in the file
   * @throws Problem where there are more than a person has memory for
   */
  add(pixels: Uint8Array, label: number, entry: number): void {
    if (this.#count === this.#labels.length) this.#grow();
    this.#pixels.set(pixels, this.#count * pixels.length);
    this.#labels[this.#count] = label;
    this.#entries[this.#count++] = entry;
  }

  /** All that were added. */
  take(): { pixels: Uint8Array; labels: Uint8Array; entries: Uint32Array } {
    const { width, height } = this.#size;
    return {
      pixels: this.#pixels.subarray(0, this.#count * width * height),
      labels: this.#labels.subarray(0, this.#count),
      entries: this.#entries.subarray(0, this.#count),
    };
  }

  #grow(): void {
    const { width, height } = this.#size;
    const capacity = Math.ceil(this.#labels.length * 1.5) + 1000;
    requireReasonable(this.#name, { ...this.#size, count: capacity });
    const pixels = sharedBytes(capacity * width * height);
    pixels.set(this.#pixels);
    const labels = sharedBytes(capacity);
    labels.set(this.#labels);
    const entries = new Uint32Array(sharedBytes(capacity * 4).buffer);
    entries.set(this.#entries);
    [this.#pixels, this.#labels, this.#entries] = [pixels, labels, entries];
  }
}
