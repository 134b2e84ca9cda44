import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** A connection that says what it likes. */
export class HostileClient {
  readonly #socket: Socket;

  private constructor(socket: Socket, listening: 'reads' | 'deaf') {
    this.#socket = socket;
    // That it is dropped is what it is for.
    socket.on('error', () => {});
    socket.setMaxListeners(0);
    if (listening === 'reads') socket.resume();
    else socket.pause();
  }

  /** @param listening a deaf one never takes what it is told */
  static async connect(
    path: string,
    listening: 'reads' | 'deaf' = 'reads',
  ): Promise<HostileClient> {
    const socket = createConnection(path);
    const client = new HostileClient(socket, listening);
    await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
    return client;
  }

  get isDropped(): boolean {
    return this.#socket.destroyed;
  }

  /** Resolves when there is room for more, or it was dropped. */
  async send(bytes: Buffer): Promise<void> {
    if (this.#socket.destroyed || this.#socket.write(bytes)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#socket.off('drain', done);
        this.#socket.off('close', done);
        resolve();
      };
      this.#socket.once('drain', done);
      this.#socket.once('close', done);
    });
  }

  /** Says no more, and waits until the other end has heard it. */
  async end(): Promise<void> {
    if (this.#socket.destroyed) return;
    this.#socket.end();
    await Promise.race([
      once(this.#socket, 'close'),
      new Promise((done) => setTimeout(done, 3000)),
    ]);
    this.#socket.destroy();
  }

  destroy(): void {
    this.#socket.destroy();
  }
}
