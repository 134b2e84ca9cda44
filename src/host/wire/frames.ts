/** What came is no message: nothing after it can be made sense of. */
export class BrokenFrame extends Error {
  override name = 'BrokenFrame';
}

/** Bytes of a header; ours has about thirty. */
const longestHeader = 1024;

/** Bytes that a buffer has at first, and is given back to once a large message has been read. */
const usualBuffer = 16 * 1024;

const headerEnd = Buffer.from('\r\n\r\n');

/**
 * Takes a stream of bytes apart into messages: `Content-Length: n`, an empty line, n bytes of UTF-8. Memory grows with
 * what came and not with what a header promises.
 */
export class Frames {
  readonly #largest: number;
  #bytes = Buffer.allocUnsafe(usualBuffer);
  #start = 0;
  #end = 0;
  /** Of the message whose header has been read. */
  #length?: number;

  /** @param largest bytes of one message */
  constructor(largest: number) {
    this.#largest = largest;
  }

  /** Bytes of memory that what has not been read yet takes. */
  get held(): number {
    return this.#bytes.length;
  }

  push(chunk: Uint8Array): void {
    this.#makeRoom(chunk.length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /**
   * @returns the next message that is there whole, or undefined
   * @throws BrokenFrame where its header is none, or it is too long
   */
  next(): string | undefined {
    this.#length ??= this.#readHeader();
    if (this.#length === undefined || this.#end - this.#start < this.#length) return undefined;
    const from = this.#start;
    this.#start += this.#length;
    this.#length = undefined;
    const text = this.#bytes.toString('utf8', from, this.#start);
    this.#giveBack();
    return text;
  }

  #readHeader(): number | undefined {
    const there = this.#bytes.subarray(this.#start, this.#end);
    const end = there.subarray(0, longestHeader).indexOf(headerEnd);
    if (end < 0 && there.length < longestHeader) return undefined;
    const length = end < 0 ? Number.NaN : contentLength(there.toString('latin1', 0, end));
    if (Number.isNaN(length)) throw new BrokenFrame('what it sends are no messages');
    if (length > this.#largest) throw new BrokenFrame(`it sends a message of ${length} bytes`);
    this.#start += end + headerEnd.length;
    return length;
  }

  #makeRoom(count: number): void {
    const held = this.#end - this.#start;
    if (this.#end + count <= this.#bytes.length) return;
    const fits = held + count <= this.#bytes.length;
    const target = fits
      ? this.#bytes
      : Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, held + count));
    this.#bytes.copy(target, 0, this.#start, this.#end);
    this.#bytes = target;
    this.#start = 0;
    this.#end = held;
  }

  #giveBack(): void {
    if (this.#start < this.#end) return;
    this.#start = 0;
    this.#end = 0;
    if (this.#bytes.length > 64 * usualBuffer) this.#bytes = Buffer.allocUnsafe(usualBuffer);
  }
}

/** @returns the bytes that a header says, or NaN where it does not say them. */
function contentLength(header: string): number {
  const lines = header.split('\r\n');
  if (!lines.every((line) => /^[\w-]+: ?[ -~]*$/.test(line))) return Number.NaN;
  const said = lines.map((line) => /^content-length: *(\d{1,15})$/i.exec(line)?.[1]);
  return Number(said.find((value) => value !== undefined) ?? Number.NaN);
}
