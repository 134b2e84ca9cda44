import type { Socket } from 'node:net';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc/node';

/**
 * Writes messages to a socket, each in one go. What the other end has not taken yet is the socket's `writableLength`;
 * the library's own writer would keep all but one message back where nobody can count them.
 */
export class SocketWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #socket: Socket;
  readonly #onWritten: () => void;

  /** @param onWritten called after each message, to look at what has not been taken */
  constructor(socket: Socket, onWritten: () => void = () => {}) {
    super();
    this.#socket = socket;
    this.#onWritten = onWritten;
    socket.on('error', (error) => this.fireError(error));
    socket.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    if (!this.#socket.writable) throw new Error('the connection has ended');
    const body = JSON.stringify(message);
    this.#socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    this.#onWritten();
  }

  end(): void {
    this.#socket.end();
  }
}
