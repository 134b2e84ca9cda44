// What an effect of the first round has set is on the screen after the second.
const roundsPerTurn = 2;

// Ink hands a key on at the end of a turn of the event loop, and keeps Escape back for one more.
const turnsPerKey = 2;

/**
 * Gives what the person does to the program one after the other. Each is handled by what is on the screen by then:
 * it waits until React has drawn what the one before it changed, has run the effects, and every component that
 * listens is listening. React's part is `InputGate`; before that is there everything waits.
 */
export class InputTurns {
  readonly #waiting: (() => void)[] = [];
  /** Moves of one drag, of which the last that waits is handled with those that join it. */
  #drag: (() => void)[] | undefined;
  #askReact: (() => void) | undefined;
  #roundsLeft = 0;
  #state: 'idle' | 'busy' = 'idle';

  /** `handle` is called when it is its turn. */
  take(handle: () => void): void {
    this.#drag = undefined;
    this.#waiting.push(handle);
    this.#begin();
  }

  /**
   * The same for a move of the mouse with its button held. It goes to where the button was pressed, whatever is on the
   * screen by then, so that those which wait are handled together: a quick stroke is many of them.
   */
  takeDrag(handle: () => void): void {
    if (this.#drag) {
      this.#drag.push(handle);
      return;
    }
    const drag = [handle];
    this.take(() => {
      if (this.#drag === drag) this.#drag = undefined;
      for (const each of drag) each();
    });
    this.#drag = drag;
  }

  /** The same for what comes out of an input that has just been handled: it does not wait for those behind that one. */
  takeNext(handle: () => void): void {
    this.#waiting.unshift(handle);
    this.#begin();
  }

  /** @param askReact brings about a `round`, after all that React has to do already */
  attach(askReact: () => void): void {
    this.#askReact = askReact;
    this.#begin();
  }

  /** React has drawn what had changed, and has run the effects. */
  round(): void {
    if (this.#state === 'idle') return;
    this.#roundsLeft -= 1;
    if (this.#roundsLeft > 0) this.#askReact?.();
    // Not among the effects themselves.
    else process.nextTick(() => this.#handle());
  }

  #begin(): void {
    if (this.#state === 'busy' || !this.#askReact || this.#waiting.length === 0) return;
    this.#state = 'busy';
    this.#roundsLeft = roundsPerTurn;
    this.#askReact();
  }

  #handle(): void {
    try {
      this.#waiting.shift()?.();
    } finally {
      afterTurns(turnsPerKey, () => {
        this.#state = 'idle';
        this.#begin();
      });
    }
  }
}

/** Calls `act` after so many turns of the event loop. */
function afterTurns(turns: number, act: () => void): void {
  if (turns === 0) act();
  else setImmediate(() => afterTurns(turns - 1, act));
}
