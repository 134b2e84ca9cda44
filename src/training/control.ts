/** What somebody wants to be different from the next step on. */
export interface Change {
  learningRate?: number;
  /** Of the whole run. */
  epochs?: number;
  by?: string;
}

/** How a run ends before its time: its best weights become a model, or stay where they are. */
export interface Ending {
  how: 'save' | 'now';
  by?: string;
}

/** What people ask of a run; the training loop looks here before each step. */
export class RunControl {
  readonly #abort = new AbortController();
  readonly #changes: Change[] = [];
  #ending?: Ending;
  #hold: 'none' | 'held' = 'none';
  /** Who held it or let it go last. */
  #by?: string;
  #ring: () => void = () => {};

  /** Aborted when the run is asked to end. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  get isHeld(): boolean {
    return this.#hold === 'held' && !this.signal.aborted;
  }

  /** Who held it, or let it go. */
  get by(): string | undefined {
    return this.#by;
  }

  /** True where the loop has to look closer. */
  get hasNews(): boolean {
    return this.isHeld || this.#changes.length > 0;
  }

  /** Who asks again only hurries: `now` outdoes `save`. */
  end(ending: Ending): void {
    if (!this.#ending || ending.how === 'now') this.#ending = ending;
    this.#abort.abort();
    this.#ring();
  }

  pause(by?: string): void {
    this.#hold = 'held';
    this.#by = by;
  }

  resume(by?: string): void {
    this.#hold = 'none';
    this.#by = by;
    this.#ring();
  }

  change(change: Change): void {
    this.#changes.push(change);
    this.#ring();
  }

  /** What was asked for since the last call. */
  takeChanges(): Change[] {
    return this.#changes.splice(0);
  }

  /** Resolves with the next change, or when the run may go on or has to end. */
  untilNews(): Promise<void> {
    return new Promise((resolve) => {
      this.#ring = resolve;
    });
  }
}
