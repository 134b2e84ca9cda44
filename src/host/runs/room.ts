import { Problem } from '../../core/problem.js';

export interface RoomOptions {
  /** Called once when something cannot be written because there is no room, and once when there is again. */
  onFull: (reason: string) => void;
  onRoom: () => void;
  /** Nobody waits any longer. */
  signal: AbortSignal;
  /** Milliseconds between two tries. */
  interval?: number;
}

const usualInterval = 3000;

/** Writes that wait for room on the disk instead of failing. */
export class Room {
  readonly #options: RoomOptions;
  #tryNow: () => void = () => {};

  constructor(options: RoomOptions) {
    this.#options = options;
  }

  /** @throws what the write throws, save where there is no room: then it is tried again until there is */
  async write<Written>(work: () => Promise<Written>): Promise<Written> {
    let isFull = false;
    for (;;) {
      try {
        const written = await work();
        if (isFull) this.#options.onRoom();
        return written;
      } catch (error) {
        if (!isNoRoom(error)) throw error;
        if (this.#options.signal.aborted) throw noRoom(error);
        if (!isFull) this.#options.onFull(noRoom(error).line);
        isFull = true;
        await this.#wait();
      }
    }
  }

  /** A person has made room and does not want to wait for the next try. */
  tryNow(): void {
    this.#tryNow();
  }

  #wait(): Promise<void> {
    const { signal, interval = usualInterval } = this.#options;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, interval);
      signal.addEventListener('abort', done, { once: true });
      this.#tryNow = done;
    });
  }
}

/** True where a write failed because the disk, or what a person may use of it, is full. */
function isNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return isNoRoom(error.cause);
}

function noRoom(cause: unknown): Problem {
  return new Problem('there is no room left on the disk', {
    remedy: 'make some: the run goes on by itself',
    cause,
  });
}
