/** Milliseconds between two updates of a store while news arrives: each one draws the screen. */
const interval = 100;

/** Brings what was put aside to a store, now and then. */
export class Paced {
  readonly #update: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(update: () => void) {
    this.#update = update;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#update();
    }, interval);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
