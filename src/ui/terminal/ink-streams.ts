import { Readable, Writable } from 'node:stream';

// React needs one turn to render what a key changed and, when that took long, another for its effects.
const turnsPerKey = 4;

/**
 * The keyboard that ink reads: one key press at a time, so that two keys that arrive together are two events and each
 * sees the state that the one before it left. Raw mode belongs to the screen, not to ink.
 */
export class KeyStream extends Readable {
  readonly isTTY = true;
  readonly #queue: string[] = [];
  #isDelivering = false;
  #current: string | undefined;

  constructor() {
    // Object mode keeps key presses apart: a byte stream would join them.
    super({ objectMode: true, read() {} });
  }

  /** The key press that is being handled. */
  get current(): string | undefined {
    return this.#current;
  }

  press(sequence: string): void {
    this.#queue.push(sequence);
    if (!this.#isDelivering) this.#deliver();
  }

  setRawMode(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  #deliver = (): void => {
    const sequence = this.#queue.shift();
    this.#current = sequence;
    this.#isDelivering = sequence !== undefined;
    if (sequence === undefined) return;
    this.push(sequence);
    afterTurns(turnsPerKey, this.#deliver);
  };
}

/** Calls `act` after so many turns of the event loop. */
function afterTurns(turns: number, act: () => void): void {
  if (turns === 0) act();
  else setImmediate(() => afterTurns(turns - 1, act));
}

/** The terminal that ink draws to: each write is a whole frame. */
export class FrameStream extends Writable {
  readonly #draw: (frame: string) => void;
  readonly #size: () => { columns: number; rows: number };

  constructor(draw: (frame: string) => void, size: () => { columns: number; rows: number }) {
    super({ decodeStrings: false });
    this.#draw = draw;
    this.#size = size;
  }

  // Not a TTY, or ink would send cursor codes among the frames.
  readonly isTTY = false;

  get columns(): number {
    return this.#size().columns;
  }

  get rows(): number {
    return this.#size().rows;
  }

  override _write(chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    const frame = String(chunk);
    // While it unmounts, ink writes an empty barrier, and a line break where CI is set.
    if (frame !== '' && frame !== '\n') this.#draw(frame);
    done();
  }
}
