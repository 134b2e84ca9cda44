import type { Metrics } from '../core/run/event.js';

/** Adds up the metrics of batches to those of the epoch so far, and measures the rate. */
export class EpochMeter {
  images = 0;
  #loss = 0;
  #right = 0;
  readonly #now: () => number;
  readonly #start: number;

  /** @param now a clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
  }

  add({ loss, accuracy }: Metrics, images: number): void {
    this.images += images;
    this.#loss += loss * images;
    this.#right += accuracy * images;
  }

  /** Means over the images so far; NaN before the first. */
  get metrics(): Metrics {
    return { loss: this.#loss / this.images, accuracy: this.#right / this.images };
  }

  get seconds(): number {
    return (this.#now() - this.#start) / 1000;
  }

  /** Images a second; 0 before any time has passed. */
  get rate(): number {
    return this.seconds > 0 ? this.images / this.seconds : 0;
  }
}
