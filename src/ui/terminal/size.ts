export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** The smallest terminal that every screen fits. */
export const minimumSize: TerminalSize = { columns: 80, rows: 24 };

/** The size of a terminal as it changes, for `useSyncExternalStore`. */
export class SizeStore {
  readonly #stdout: Pick<NodeJS.WriteStream, 'columns' | 'rows'>;
  readonly #listeners = new Set<() => void>();
  #size: TerminalSize;

  constructor(stdout: Pick<NodeJS.WriteStream, 'columns' | 'rows'>) {
    this.#stdout = stdout;
    this.#size = this.#read();
  }

  get = (): TerminalSize => this.#size;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the size again. */
  refresh = (): void => {
    this.#size = this.#read();
    for (const listener of this.#listeners) listener();
  };

  // Some pseudo-terminals say 0 by 0 until somebody looks at them.
  #read(): TerminalSize {
    const { columns, rows } = this.#stdout;
    return { columns: columns || minimumSize.columns, rows: rows || minimumSize.rows };
  }
}
