import type { Metrics } from '../core/run/event.js';
import type { MeterTotals } from './saved-training.js';
import { Stopwatch } from './stopwatch.js';

/** Adds up the metrics of batches to those of the epoch so far, and measures the rate. */
export class EpochMeter {
  images = 0;
  #loss = 0;
  #right = 0;
  readonly watch: Stopwatch;

  /**
   * @param now a clock in milliseconds
   * @param before what was added up already, of an epoch that goes on
   */
  constructor(now: () => number, before?: MeterTotals) {
    this.watch = new Stopwatch(now, before?.seconds);
    if (!before) return;
    this.images = before.images;
    this.#loss = before.loss;
    this.#right = before.right;
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

  get totals(): MeterTotals {
    const { images, seconds } = this;
    return { images, loss: this.#loss, right: this.#right, seconds };
  }

  get seconds(): number {
    return this.watch.seconds;
  }

  /** Images a second; 0 before any time has passed. */
  get rate(): number {
    return this.seconds > 0 ? this.images / this.seconds : 0;
  }
}
