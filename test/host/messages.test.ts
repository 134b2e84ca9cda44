import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { messagesOver } from '../../src/host/messages.js';

it('waits for the rest of a message without a clock that outlives the connection', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [other] = (await once(server, 'connection')) as [Socket];
  const clock = vi.spyOn(globalThis, 'setTimeout');
  const connection = messagesOver(socket);
  connection.listen();
  other.write('Content-Length: 100\r\n\r\n{"jsonrpc"');
  await once(socket, 'data');
  await sleep(20);
  // The clock of the library, not that of this test.
  expect(clock.mock.calls.filter(([, time]) => Number(time) >= 1000)).toEqual([]);
  clock.mockRestore();
  connection.dispose();
  socket.destroy();
  other.destroy();
  server.close();
});
