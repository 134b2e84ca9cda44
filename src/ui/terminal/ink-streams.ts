import { Readable, Writable } from 'node:stream';

/** The keyboard that ink reads. Raw mode belongs to the screen, not to ink. */
export class KeyStream extends Readable {
  readonly isTTY = true;

  constructor() {
    // Object mode keeps key presses apart: a byte stream would join them.
    super({ objectMode: true, read() {} });
  }

  press(sequence: string): void {
    this.push(sequence);
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
