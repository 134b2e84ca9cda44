/** The time that is spent on a run, pauses left out. */
export class Stopwatch {
  readonly #now: () => number;
  #start: number;

  /**
   * @param now a clock in milliseconds
   * @param before seconds that were spent already
   */
  constructor(now: () => number, before = 0) {
    this.#now = now;
    this.#start = now() - before * 1000;
  }

  get seconds(): number {
    return (this.#now() - this.#start) / 1000;
  }

  /** Leaves out time in which nothing was done, in milliseconds. */
  leaveOut(milliseconds: number): void {
    this.#start += milliseconds;
  }
}
