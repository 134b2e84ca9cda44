/**
 * Paths as bytes in memory that threads share: tens of thousands of strings are made only of those
 * that are looked at, and none is copied to a thread.
 */
export class PathTable {
  /** In UTF-8, a NUL after each: the one character that no path contains. */
  readonly bytes: Uint8Array;
  /** Where each begins, and at the end where the next would. */
  readonly starts: Uint32Array;

  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.bytes = bytes;
    this.starts = starts;
  }

  static of(paths: readonly string[]): PathTable {
    const joined = Buffer.from(paths.map((path) => `${path}\0`).join(''));
    const bytes = new Uint8Array(new SharedArrayBuffer(joined.length));
    bytes.set(joined);
    const starts = new Uint32Array(
      new SharedArrayBuffer((paths.length + 1) * Uint32Array.BYTES_PER_ELEMENT),
    );
    for (let index = 1; index <= paths.length; index++) {
      starts[index] = bytes.indexOf(0, starts[index - 1]) + 1;
    }
    return new PathTable(bytes, starts);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  at(index: number): string {
    return this.slice(index, index + 1)[0];
  }

  /** Paths from `start` to before `end`. */
  slice(start: number, end: number): string[] {
    if (start >= end) return [];
    const { buffer, byteOffset } = this.bytes;
    const from = this.starts[start];
    const length = this.starts[end] - from - 1;
    return Buffer.from(buffer, byteOffset + from, length)
      .toString('utf8')
      .split('\0');
  }
}
