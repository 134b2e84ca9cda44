import { writeSync } from 'node:fs';
import { descriptorOf, setBlocking } from './terminal-handle.js';

// 1049 alternate screen, 25 cursor, 2004 bracketed paste, 7 wrapping at the right edge, 2026 synchronised update.
const enterCodes = '\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[?7l\u001b[2J\u001b[H';
const leaveCodes = '\u001b[?2026l\u001b[0m\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l';

// 1002 presses, releases, drags and the wheel; 1006 the form of the reports that has room for large screens.
const mouseCodes = {
  on: '\u001b[?1002h\u001b[?1006h',
  off: '\u001b[?1006l\u001b[?1002l',
};

// Ends an escape code or a string that was cut when the program had to leave in the middle of a frame.
const cancel = '\u0018\u001b\\';

const leaveLimit = 300;

export interface ScreenOptions {
  stdout: NodeJS.WriteStream;
  /** Writes in turn with the frames. */
  write: (text: string) => void;
  /** What has to be taken off the screen before it is left, as codes. */
  parting: () => string;
}

/** The alternate screen of a terminal. `leave` is synchronous and safe to call at any moment, any number of times. */
export class Screen {
  readonly #stdout: NodeJS.WriteStream;
  readonly #writeInTurn: (text: string) => void;
  readonly #parting: () => string;
  #mouse: 'on' | 'off' = 'off';
  #isEntered = false;
  #reportsMouse = false;

  constructor({ stdout, write, parting }: ScreenOptions) {
    this.#stdout = stdout;
    this.#writeInTurn = write;
    this.#parting = parting;
  }

  /** Whether the terminal is to report the mouse, now and whenever the screen is entered. */
  setMouse(mouse: 'on' | 'off'): void {
    if (mouse === this.#mouse) return;
    this.#mouse = mouse;
    if (!this.#isEntered) return;
    this.#writeInTurn(mouseCodes[mouse]);
    // What waits in the queue may never be written: the screen is left as if the mouse were still reported.
    this.#reportsMouse = true;
  }

  enter(): void {
    this.#isEntered = true;
    this.#reportsMouse = this.#mouse === 'on';
    this.#write(this.#reportsMouse ? enterCodes + mouseCodes.on : enterCodes);
    // Node writes to terminals synchronously: a line that stands still (Ctrl-S, slow SSH) would stop every key.
    setBlocking(this.#stdout, 'off');
  }

  leave(): void {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    const cut = this.#stdout.writableLength > 0 ? cancel : '';
    const mouse = this.#reportsMouse ? mouseCodes.off : '';
    this.#write(cut + mouse + this.#parting() + leaveCodes);
    setBlocking(this.#stdout, 'on');
  }

  /** Past the stream's queue, which an exit would drop; gives up on a terminal that takes nothing. */
  #write(text: string): void {
    const descriptor = descriptorOf(this.#stdout);
    const deadline = performance.now() + leaveLimit;
    let rest = Buffer.from(text);
    while (rest.length > 0 && performance.now() < deadline) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  }
}
