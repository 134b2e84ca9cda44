import { createConnection, type Socket } from 'node:net';

/** @returns a connection to a socket or named pipe, or undefined where nobody listens */
export function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
