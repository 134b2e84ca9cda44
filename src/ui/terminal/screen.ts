import { writeSync } from 'node:fs';

// 1049 alternate screen, 25 cursor, 2004 bracketed paste, 7 wrapping at the right edge, 2026 synchronised update.
const enterCodes = '\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[?7l\u001b[2J\u001b[H';
const leaveCodes = '\u001b[?2026l\u001b[0m\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l';
// Ends an escape code that was cut when the program had to leave in the middle of a frame.
const cancel = '\u0018';

const leaveLimit = 300;
const standardOutput = 1;

/** The part of Node's terminal handle that lets a slow line not block the program; it is not documented. */
interface TerminalHandle {
  fd?: number;
  setBlocking?: (isBlocking: boolean) => unknown;
}

/** The alternate screen of a terminal. `leave` is synchronous and safe to call at any moment, any number of times. */
export class Screen {
  readonly #stdout: NodeJS.WriteStream;
  #isEntered = false;

  constructor(stdout: NodeJS.WriteStream) {
    this.#stdout = stdout;
  }

  enter(): void {
    this.#isEntered = true;
    this.#write(enterCodes);
    // Node writes to terminals synchronously: a line that stands still (Ctrl-S, slow SSH) would stop every key.
    handleOf(this.#stdout)?.setBlocking?.(false);
  }

  leave(): void {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    this.#write(this.#stdout.writableLength > 0 ? cancel + leaveCodes : leaveCodes);
    handleOf(this.#stdout)?.setBlocking?.(true);
  }

  /** Past the stream's queue, which an exit would drop; gives up on a terminal that takes nothing. */
  #write(text: string): void {
    const fd = handleOf(this.#stdout)?.fd ?? standardOutput;
    const deadline = performance.now() + leaveLimit;
    let rest = Buffer.from(text);
    while (rest.length > 0 && performance.now() < deadline) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  }
}

function handleOf(stdout: NodeJS.WriteStream): TerminalHandle | undefined {
  return (stdout as unknown as { _handle?: TerminalHandle })._handle;
}
