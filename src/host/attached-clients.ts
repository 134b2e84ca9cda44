import type { Socket } from 'node:net';
import { AttachedClient } from './attached-client.js';
import { guardedMessages } from './guarded-messages.js';
import type { HostStatus } from './protocol.js';
import { SharedRoom } from './shared-room.js';

/** Bytes of messages of all clients that are not there whole yet. */
const mostHeld = 256 * 2 ** 20;

/** Who is attached to the host, each with what answers it. */
export class AttachedClients {
  readonly #clients = new Set<AttachedClient>();
  readonly #room = new SharedRoom(mostHeld);
  readonly #say: (line: string) => void;

  /** @param say hears of clients that were dropped */
  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  get size(): number {
    return this.#clients.size;
  }

  list(): HostStatus['clients'] {
    return [...this.#clients].map(({ name, since }) => ({ name, since }));
  }

  /**
   * Takes a client in.
   *
   * @param serve sets up what answers it; returns what to call when it is gone
   */
  accept(
    socket: Socket,
    serve: (connection: ReturnType<typeof guardedMessages>, client: AttachedClient) => () => void,
  ): void {
    const client = new AttachedClient(socket, this.#room, (reason) =>
      this.#say(`dropped ${client.name}: ${reason}`),
    );
    this.#clients.add(client);
    const connection = guardedMessages(socket, client);
    const close = serve(connection, client);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#clients.delete(client);
      this.#room.leave(client);
      close();
      connection.dispose();
    });
    connection.listen();
  }

  /** Ends all connections. */
  close(): void {
    for (const client of this.#clients) client.leave();
  }
}
