import type { Socket } from 'node:net';
import type { SharedRoom } from './shared-room.js';
import { shortLine } from './wrong-field.js';

/** Messages that nobody can answer, and the milliseconds in which a client may send so many. */
const mostMistakes = 1000;
const mistakesWithin = 60_000;

/** A client of the host, as long as its connection lasts. */
export class AttachedClient {
  /** Milliseconds since 1970. */
  readonly since = Date.now();
  readonly #socket: Socket;
  readonly #onDrop: (reason: string) => void;
  readonly #room: SharedRoom;
  #name = 'a client without a name';
  #mistakes = 0;
  #countedFrom = performance.now();

  /**
   * @param room for the halves of messages of all clients
   * @param onDrop hears why the connection is ended from this side
   */
  constructor(socket: Socket, room: SharedRoom, onDrop: (reason: string) => void) {
    this.#socket = socket;
    this.#room = room;
    this.#onDrop = onDrop;
  }

  /** What it calls itself: `app on pts/3`. */
  get name(): string {
    return this.#name;
  }

  /** Bytes of what it was told that it has not taken. */
  get untaken(): number {
    return this.#socket.writableLength;
  }

  introduce(name: string): void {
    this.#name = shortLine(name);
  }

  /** So many bytes wait for the rest of its message. Where all together have too many, it is dropped. */
  holds(bytes: number): void {
    if (this.#room.take(this, bytes) === 'full')
      this.drop('there is no room for half a message more');
  }

  /** Calls the handler whenever it has taken all that it was told. */
  onTaken(handler: () => void): void {
    this.#socket.on('drain', handler);
  }

  /** It sent what nobody can answer. One that does little else is dropped. */
  mistake(): void {
    const now = performance.now();
    if (now - this.#countedFrom > mistakesWithin) {
      this.#countedFrom = now;
      this.#mistakes = 0;
    }
    if (++this.#mistakes > mostMistakes) this.drop('it sends little that can be answered');
  }

  /** Ends its connection because of what it does; it may come again. */
  drop(reason: string): void {
    if (this.#socket.destroyed) return;
    this.#onDrop(reason);
    this.leave();
  }

  /** Ends its connection. */
  leave(): void {
    this.#socket.destroy();
  }
}
