import type { CellArea } from './element-area.js';
import { PictureLayer } from './graphics/picture-layer.js';
import { PictureMarks } from './graphics/picture-marks.js';
import { changeRow } from './row-changes.js';

/** The part of a terminal's output stream that frames go to. */
export interface FrameSink {
  /** `done` is called when the terminal has taken the text. */
  write(text: string, done: () => void): void;
}

export interface FrameWriterOptions {
  sink: FrameSink;
  size: () => { columns: number; rows: number };
  /** The pictures that frames have marks of. */
  marks?: PictureMarks;
  /** Frames a second at most. */
  maxFps?: number;
}

/**
 * Brings frames to the terminal: only what changed, in one synchronised update, a few times a second.
 * While the terminal is still taking the last frame, or it is too early for another, only the newest one is kept.
 */
export class FrameWriter {
  readonly #sink: FrameSink;
  readonly #size: FrameWriterOptions['size'];
  readonly #marks: PictureMarks;
  readonly #interval: number;
  readonly #layer = new PictureLayer();
  #shown: readonly string[] | undefined;
  #newest: string | undefined;
  #isBusy = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #onIdle: () => void = () => {};
  #lastPaint = Number.NEGATIVE_INFINITY;

  constructor({ sink, size, marks = new PictureMarks(), maxFps = 120 }: FrameWriterOptions) {
    this.#sink = sink;
    this.#size = size;
    this.#marks = marks;
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

  /** The codes that take pictures off the screen, which its leaving alone does not do. */
  clearPictures(): string {
    return this.#layer.clear();
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
    const codes = this.#codesFor(frame);
    if (codes === '') return;
    this.#lastPaint = performance.now();
    this.#isBusy = true;
    this.#sink.write(synchronised(codes), () => {
      this.#isBusy = false;
      this.#onIdle();
      if (this.#newest !== frame || this.#shown === undefined) this.#schedule();
    });
  }

  /** The codes that bring the screen from what it shows to this frame. */
  #codesFor(frame: string): string {
    const { columns, rows: height } = this.#size();
    const lines = frame.split('\n');
    const { rows, pictures } = this.#marks.read(
      Array.from({ length: height }, (_, row) => lines[row] ?? ''),
    );
    const clear = this.#shown === undefined ? `${this.#layer.clear()}\u001b[0m\u001b[2J` : '';
    const shown = this.#shown ?? rows.map(() => '');
    const leftOver = this.#layer.leftOver(pictures);
    const changes = rows.flatMap((next, row) => {
      const before = leftOver.some((area) => crosses(area, row)) ? undefined : shown[row];
      return changeRow(row, before, next, columns) ?? [];
    });
    this.#shown = rows;
    const written = changes.flatMap((change) => change.written);
    return clear + changes.map(({ codes }) => codes).join('') + this.#layer.show(pictures, written);
  }
}

function crosses(area: CellArea, row: number): boolean {
  return row >= area.row && row < area.row + area.height;
}

// Private mode 2026 (https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036): terminals
// that know it show the whole update at once, the others ignore it.
function synchronised(text: string): string {
  return `\u001b[?2026h${text}\u001b[?2026l`;
}
