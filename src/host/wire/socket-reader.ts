import type { Socket } from 'node:net';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-jsonrpc/node';
import { BrokenFrame, Frames } from './frames.js';

export interface ReaderOptions {
  /** Bytes of one message. */
  largest: number;
  /** What came makes no sense, and what follows is not read. */
  onBroken: (reason: string) => void;
  /** Called with the bytes that are held of messages that are not there whole yet. */
  onHeld?: (bytes: number) => void;
  /** Whether a message is handed on. */
  accepts: (message: unknown) => message is Message;
  /** Bytes that may wait to be taken by the other end before no more of its messages are read. */
  backlog: number;
}

/**
 * Reads messages from a socket, one a turn of the event loop: the connection works on one in that time, so none pile up
 * in memory however fast they are sent, and nobody else waits for them.
 */
export class SocketReader extends AbstractMessageReader {
  readonly #socket: Socket;
  readonly #options: ReaderOptions;
  readonly #frames: Frames;
  #turn?: NodeJS.Immediate;
  #state: 'waiting' | 'reading' | 'closed' = 'waiting';
  /** The other end says no more; what it said before is still read. */
  #hasEnded = false;

  constructor(socket: Socket, options: ReaderOptions) {
    super();
    this.#socket = socket;
    this.#options = options;
    this.#frames = new Frames(options.largest);
  }

  listen(callback: DataCallback): Disposable {
    this.#socket.on('data', (chunk: Buffer) => {
      if (this.#state === 'closed') return;
      this.#frames.push(chunk);
      if (this.#state === 'waiting') this.#read(callback);
    });
    this.#socket.on('end', () => {
      this.#hasEnded = true;
      if (this.#state === 'waiting') this.#read(callback);
    });
    this.#socket.on('error', (error) => this.fireError(error));
    this.#socket.on('close', () => this.fireClose());
    return { dispose: () => this.#close() };
  }

  override dispose(): void {
    this.#close();
    super.dispose();
  }

  #read(callback: DataCallback): void {
    if (this.#state === 'closed') return;
    this.#state = 'reading';
    if (this.#socket.writableLength > this.#options.backlog) {
      this.#socket.pause();
      this.#socket.once('drain', () => this.#read(callback));
      return;
    }
    try {
      const text = this.#frames.next();
      if (text === undefined) {
        this.#state = 'waiting';
        this.#options.onHeld?.(this.#frames.held);
        if (this.#hasEnded) this.#socket.end();
        else this.#socket.resume();
        return;
      }
      this.#socket.pause();
      const message = parsed(text);
      if (this.#options.accepts(message)) callback(message);
    } catch (error) {
      this.#close();
      this.#options.onBroken(error instanceof BrokenFrame ? error.message : String(error));
      return;
    }
    this.#turn = setImmediate(() => this.#read(callback));
  }

  #close(): void {
    this.#state = 'closed';
    if (this.#turn) clearImmediate(this.#turn);
  }
}

/** Values in one message: pictures are long, but they are one value each, and values are what costs memory. */
const mostValues = 1_000_000;

/** Shorter messages cannot have so many. */
const uncounted = 1_000_000;

function parsed(text: string): unknown {
  if (text.length > uncounted && hasTooManyValues(text)) {
    throw new BrokenFrame(`it sends a message of more than ${mostValues} values`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenFrame('what it sends is no JSON');
  }
}

/** Every value but the first follows one of these signs, wherever else they are. */
function hasTooManyValues(text: string): boolean {
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === bracket || code === colon) values++;
  }
  return values > mostValues;
}
const [comma, bracket, colon] = [...',[:'].map((sign) => sign.charCodeAt(0));
