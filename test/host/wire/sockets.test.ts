import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from 'vscode-jsonrpc/node';
import { type ReaderOptions, SocketReader } from '../../../src/host/wire/socket-reader.js';
import { SocketWriter } from '../../../src/host/wire/socket-writer.js';

describe('messages over a socket', () => {
  let folder: string;
  let server: Server;
  let near: Socket;
  let far: Socket;
  let broken: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-wire-'));
    server = createServer({ allowHalfOpen: true }).listen(join(folder, 'socket'));
    await once(server, 'listening');
    far = connect(join(folder, 'socket'));
    [near] = (await once(server, 'connection')) as [Socket];
    broken = [];
  });
  afterEach(() => {
    near.destroy();
    far.destroy();
    server.close();
    rmSync(folder, { recursive: true });
  });

  function read(options: Partial<ReaderOptions> = {}): Message[] {
    const heard: Message[] = [];
    const reader = new SocketReader(near, {
      largest: 2 ** 26,
      onBroken: (reason) => broken.push(reason),
      accepts: (message): message is Message => message !== null,
      backlog: 2 ** 20,
      ...options,
    });
    reader.listen((message) => heard.push(message));
    return heard;
  }

  const say = (writer: SocketWriter, method: string) =>
    writer.write({ jsonrpc: '2.0', method } as Message);

  it('are handed on one a turn, so that they cannot pile up behind', async () => {
    const heard = read();
    const writer = new SocketWriter(far);
    for (let count = 0; count < 500; count++) await say(writer, `m${count}`);
    let most = 0;
    while (heard.length < 500) {
      const before = heard.length;
      await nextTurn();
      most = Math.max(most, heard.length - before);
    }
    expect(most).toBeLessThanOrEqual(2);
    expect(heard.map((message) => (message as { method?: string }).method)).toEqual(
      Array.from({ length: 500 }, (_, count) => `m${count}`),
    );
  });

  it('are read to the last one of who says no more', async () => {
    const heard = read();
    const writer = new SocketWriter(far);
    for (let count = 0; count < 300; count++) await say(writer, 'm');
    writer.end();
    await once(near, 'close');
    expect(heard).toHaveLength(300);
  });

  it('wait for who does not take what it is told', async () => {
    const heard = read({ backlog: 1000 });
    far.pause();
    const writer = new SocketWriter(near);
    const much = 'x'.repeat(2 ** 20);
    await say(writer, much);
    await say(new SocketWriter(far), 'm');
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    expect(heard).toEqual([]);
    far.resume();
    await expect.poll(() => heard.length).toBe(1);
  });

  it('are counted while they wait', async () => {
    const writer = new SocketWriter(near);
    far.pause();
    for (let count = 0; count < 100; count++) await say(writer, 'x'.repeat(2 ** 14));
    expect(near.writableLength).toBeGreaterThan(2 ** 20);
  });

  it('that are none end the reading, once', async () => {
    const heard = read();
    far.write('Content-Length: 1\r\n\r\n{Content-Length: 2\r\n\r\n{}');
    await expect.poll(() => broken).toEqual(['what it sends is no JSON']);
    expect(heard).toEqual([]);
  });

  it('cannot be written to who has gone', async () => {
    near.destroy();
    await expect(say(new SocketWriter(near), 'm')).rejects.toThrow('the connection has ended');
  });
});
