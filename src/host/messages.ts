import type { Socket } from 'node:net';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** JSON-RPC over a socket, from either end. */
export function messagesOver(socket: Socket): MessageConnection {
  const reader = new StreamMessageReader(socket);
  // The library asks every ten seconds what has become of a message that came in part, also when the connection is
  // long closed: a command that leaves in that moment would never end.
  reader.partialMessageTimeout = 0;
  return createMessageConnection(reader, new StreamMessageWriter(socket));
}
