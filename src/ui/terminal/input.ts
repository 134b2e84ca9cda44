import { StringDecoder } from 'node:string_decoder';
import type { InputEvent } from './input-parser.js';
import { InputParser } from './input-parser.js';

// Milliseconds. A terminal sends a sequence at once; the rest of one that was cut on its way is here by then. Keys are
// waited for the least: a lone Escape is felt.
const waits = { sequence: 30, report: 500, paste: 2000 };

/** The keyboard of the terminal, in raw mode while started. */
export class TerminalInput {
  readonly #stdin: NodeJS.ReadStream;
  readonly #onEvent: (event: InputEvent) => void;
  readonly #parser = new InputParser();
  readonly #decoder = new StringDecoder('utf8');
  #timer: NodeJS.Timeout | undefined;

  constructor(stdin: NodeJS.ReadStream, onEvent: (event: InputEvent) => void) {
    this.#stdin = stdin;
    this.#onEvent = onEvent;
  }

  start(): void {
    // Off first: after a stop the terminal has changed its mode behind Node's back.
    this.#setRawMode('off');
    this.#setRawMode('on');
    this.#stdin.on('data', this.#receive);
    this.#stdin.resume();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stdin.off('data', this.#receive);
    this.#stdin.pause();
    this.#setRawMode('off');
  }

  #receive = (chunk: Buffer | string): void => {
    clearTimeout(this.#timer);
    const text = typeof chunk === 'string' ? chunk : this.#decoder.write(chunk);
    this.#emit(this.#parser.push(text));
    const { waitingFor } = this.#parser;
    if (waitingFor === 'nothing') return;
    this.#timer = setTimeout(() => this.#emit(this.#parser.flush()), waits[waitingFor]);
  };

  #emit(events: InputEvent[]): void {
    for (const event of events) this.#onEvent(event);
  }

  #setRawMode(mode: 'on' | 'off'): void {
    try {
      this.#stdin.setRawMode(mode === 'on');
    } catch {
      // The terminal is gone (a lost SSH line); there is no mode left to set.
    }
  }
}
