/** Entries in a minute that are written; more are counted. */
const mostEntries = 60;
const minute = 60_000;

/** What a host says in its log: with the time, and never in floods. */
export class LogLines {
  readonly #write: (text: string) => void;
  readonly #now: () => number;
  #from = Number.NEGATIVE_INFINITY;
  #entries = 0;

  /** @param now milliseconds, of a clock that only goes forward */
  constructor(write: (text: string) => void, now: () => number = () => performance.now()) {
    this.#write = write;
    this.#now = now;
  }

  say(entry: string): void {
    this.#turnMinute();
    if (++this.#entries <= mostEntries) this.#write(`${new Date().toISOString()} ${entry}\n`);
  }

  /** Something went wrong that nobody is told of otherwise. */
  error(what: string, error: unknown): void {
    this.say(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  #turnMinute(): void {
    const now = this.#now();
    if (now - this.#from < minute) return;
    const unsaid = this.#entries - mostEntries;
    if (unsaid > 0) this.#write(`${new Date().toISOString()} and ${unsaid} entries more\n`);
    this.#from = now;
    this.#entries = 0;
  }
}
