/** About so long a batch takes, in milliseconds: short for progress and for a fair share, long beside a message. */
const aim = 40;
const largest = 1024;
const smallest = 2;

/** Cuts a count into batches that take about as long each, whatever a piece of them costs. */
export class BatchesByTime {
  readonly #count: number;
  #next = 0;
  #size = 8;

  constructor(count: number) {
    this.#count = count;
  }

  /** @returns the next pieces, from `start` to before `end`; undefined where there are no more */
  next(): { start: number; end: number } | undefined {
    if (this.#next >= this.#count) return undefined;
    const start = this.#next;
    this.#next = Math.min(this.#count, start + this.#size);
    return { start, end: this.#next };
  }

  /** Learns what a batch took. */
  took({ start, end }: { start: number; end: number }, milliseconds: number): void {
    const pieces = ((end - start) * aim) / Math.max(0.1, milliseconds);
    // The first ones compile the code: growing by four at most, they do not set the pace.
    const grown = Math.min(pieces, 4 * this.#size);
    this.#size = Math.round(Math.min(largest, Math.max(smallest, grown)));
  }
}
