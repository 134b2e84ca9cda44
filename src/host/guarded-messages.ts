import type { Socket } from 'node:net';
import { createMessageConnection, type Message, type MessageConnection } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import type { AttachedClient } from './attached-client.js';
import { SocketReader } from './wire/socket-reader.js';
import { SocketWriter } from './wire/socket-writer.js';

/** Bytes of one message of a client: pictures of 48 MB, in base64, are the largest. */
const largestMessage = 64 * 2 ** 20;

/** Bytes that a client has not taken: its next messages are read when it has. */
const backlog = 2 ** 20;

/** Bytes that a client has not taken, of answers that were on their way: it is dropped. */
const mostUntaken = 256 * 2 ** 20;

/**
 * JSON-RPC over a socket, as the host speaks it to whoever comes. A client that sends no messages is dropped; one that
 * sends messages which are no requests is told to have made a mistake.
 */
export function guardedMessages(socket: Socket, client: AttachedClient): MessageConnection {
  const reader = new SocketReader(socket, {
    largest: largestMessage,
    onBroken: (reason) => client.drop(reason),
    onHeld: (bytes) => client.holds(bytes),
    accepts: (message): message is Message => {
      if (envelope.safeParse(message).success) return true;
      client.mistake();
      return false;
    },
    backlog,
  });
  const writer = new SocketWriter(socket, () => {
    if (socket.writableLength > mostUntaken) client.drop('it does not take its answers');
  });
  return createMessageConnection(reader, writer);
}

const id = z.union([z.number(), z.string()]);

/** A request, or a notification; what it asks for is looked at later. The library trusts these fields. */
const envelope = z.union([
  z.object({
    method: z.literal('$/cancelRequest'),
    id: z.undefined().optional(),
    params: z.object({ id }),
  }),
  z.object({ method: z.string().regex(/^(?!\$\/)/), id: id.optional() }),
]);
