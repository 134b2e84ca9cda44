import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Bytes of one log; what is printed while nobody looks may come on top. */
const longestLog = 2 ** 20;

/** Older logs that are kept: `….log.1` is the newest of them. */
const olderLogs = 2;

/**
 * The file that a host and the libraries in it print to. It was opened for appending by whoever started the host and is
 * this process's standard error, so it is emptied rather than replaced.
 */
export class LogFile {
  readonly #path: string;
  readonly #descriptor: number;

  /** @param descriptor what is printed goes there: nothing is done where that is another file, as on a terminal */
  constructor(path: string, descriptor: number = process.stderr.fd) {
    this.#path = path;
    this.#descriptor = descriptor;
  }

  /** Puts away what the last host said. */
  begin(): void {
    if (this.#isOurs() && fstatSync(this.#descriptor).size > 0) this.#rotate();
  }

  /** Puts away what was said, where it has become long; to be called from time to time. */
  check(): void {
    if (this.#isOurs() && fstatSync(this.#descriptor).size > longestLog) this.#rotate();
  }

  #isOurs(): boolean {
    const named = statSync(this.#path, { throwIfNoEntry: false });
    const { ino, dev } = fstatSync(this.#descriptor);
    return named?.ino === ino && named.dev === dev;
  }

  #rotate(): void {
    rmSync(`${this.#path}.${olderLogs}`, { force: true });
    for (let age = olderLogs - 1; age >= 1; age--) {
      const older = `${this.#path}.${age}`;
      if (statSync(older, { throwIfNoEntry: false })) renameSync(older, `${this.#path}.${age + 1}`);
    }
    copyEnd(this.#path, `${this.#path}.1`);
    ftruncateSync(this.#descriptor, 0);
  }
}

/** What went wrong last is in the end of a log. */
function copyEnd(from: string, to: string): void {
  const { size } = statSync(from);
  const end = Buffer.alloc(Math.min(size, longestLog));
  const file = openSync(from, 'r');
  try {
    readSync(file, end, 0, end.length, size - end.length);
    writeFileSync(to, end, { mode: 0o600 });
  } finally {
    closeSync(file);
  }
}
