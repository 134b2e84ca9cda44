import { cellWidth } from '../cells.js';

/** The part of a terminal's output stream that frames go to. */
export interface FrameSink {
  /** `done` is called when the terminal has taken the text. */
  write(text: string, done: () => void): void;
}

export interface FrameWriterOptions {
  sink: FrameSink;
  size: () => { columns: number; rows: number };
  /** Frames a second at most. */
  maxFps?: number;
}

/**
 * Brings frames to the terminal: only rows that changed, in one synchronised update, a few times a second.
 * While the terminal is still taking the last frame, or it is too early for another, only the newest one is kept.
 */
export class FrameWriter {
  readonly #sink: FrameSink;
  readonly #size: FrameWriterOptions['size'];
  readonly #interval: number;
  #shown: string[] | undefined;
  #newest: string | undefined;
  #isBusy = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #onIdle: () => void = () => {};
  #lastPaint = Number.NEGATIVE_INFINITY;

  constructor({ sink, size, maxFps = 30 }: FrameWriterOptions) {
    this.#sink = sink;
    this.#size = size;
    this.#interval = 1000 / maxFps;
  }

  draw(frame: string): void {
    this.#newest = frame;
    this.#schedule();
  }

  /** The terminal no longer shows what we drew: the next frame is drawn whole. */
  invalidate(): void {
    this.#shown = undefined;
    this.#schedule();
  }

  pause(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Resolves when the terminal has taken the last frame, or after `limit` milliseconds of a line that stands still. */
  settle(limit: number): Promise<void> {
    if (!this.#isBusy) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limit);
      this.#onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  resume(): void {
    this.#isStopped = false;
    this.invalidate();
  }

  #schedule(): void {
    if (this.#isStopped || this.#isBusy || this.#timer || this.#newest === undefined) return;
    const wait = this.#lastPaint + this.#interval - performance.now();
    if (wait <= 0) {
      this.#paint(this.#newest);
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#lastPaint = Number.NEGATIVE_INFINITY;
      this.#schedule();
    }, wait);
  }

  #paint(frame: string): void {
    const { columns, rows } = this.#size();
    const next = frame.split('\n').slice(0, rows);
    while (next.length < rows) next.push('');
    const changes = changedRows(this.#shown, next, columns);
    this.#shown = next;
    if (changes === '') return;
    this.#lastPaint = performance.now();
    this.#isBusy = true;
    this.#sink.write(synchronised(changes), () => {
      this.#isBusy = false;
      this.#onIdle();
      if (this.#newest !== frame || this.#shown === undefined) this.#schedule();
    });
  }
}

/** The codes that bring a screen that shows `shown` (unknown: whatever it shows) to `next`. */
export function changedRows(
  shown: readonly string[] | undefined,
  next: readonly string[],
  columns: number,
): string {
  const clear = shown === undefined ? '\u001b[0m\u001b[2J' : '';
  const rows = next.map((row, index) => {
    const before = shown === undefined ? '' : shown[index];
    if (row === before) return '';
    // Erasing to the end of a full row would take its last cell: the cursor still stands on it.
    const erase = visibleWidth(row) >= columns ? '' : '\u001b[K';
    return `\u001b[${index + 1};1H${row}${erase}`;
  });
  return clear + rows.join('');
}

// Private mode 2026 (https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036): terminals
// that know it show the whole update at once, the others ignore it.
function synchronised(text: string): string {
  return `\u001b[?2026h${text}\u001b[?2026l`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const escapeCodes = /\u001b\[[0-9;:]*m/g;

function visibleWidth(row: string): number {
  return cellWidth(row.replace(escapeCodes, ''));
}
