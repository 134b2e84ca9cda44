import type { Socket } from 'node:net';
import { createMessageConnection, type Message, type MessageConnection } from 'vscode-jsonrpc/node';
import { SocketReader } from './wire/socket-reader.js';
import { SocketWriter } from './wire/socket-writer.js';

/** JSON-RPC over a socket, as a client speaks it to its own host: nothing is bounded but by what fits into a string. */
export function messagesOver(socket: Socket): MessageConnection {
  const reader = new SocketReader(socket, {
    largest: 2 ** 29,
    onBroken: () => socket.destroy(),
    accepts: (message): message is Message => typeof message === 'object' && message !== null,
    // Two ends that both wait for the other to take what they said would wait for ever.
    backlog: Number.POSITIVE_INFINITY,
  });
  return createMessageConnection(reader, new SocketWriter(socket));
}
