import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run/event.js';
import type { AttachedClient } from '../../src/host/attached-client.js';
import { AttachedClients } from '../../src/host/attached-clients.js';
import { messagesOver } from '../../src/host/messages.js';
import { runEventNotification } from '../../src/host/protocol.js';
import { RunFeed } from '../../src/host/run-feed.js';

const listeners = 11;
const epochs = 60;
const progressEach = 100;

describe('twelve who watch a run, one of whom never listens', () => {
  let folder: string;
  let server: Server;
  let clients: AttachedClients;
  const attached: AttachedClient[] = [];
  const feeds: RunFeed[] = [];
  const heard: RunEvent[][] = [];
  const ends: (() => void)[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-viewers-'));
    clients = new AttachedClients(() => {});
    server = createServer({ allowHalfOpen: true }, (socket) =>
      clients.accept(socket, (connection, client) => {
        attached.push(client);
        feeds.push(new RunFeed(connection, client));
        return () => {};
      }),
    ).listen(join(folder, 'socket'));
    await once(server, 'listening');
    for (let viewer = 0; viewer <= listeners; viewer++) {
      const socket = connect(join(folder, 'socket'));
      await once(socket, 'connect');
      await expect.poll(() => attached.length).toBe(viewer + 1);
      ends.push(() => socket.destroy());
      if (viewer === listeners) socket.pause();
      else heard.push(listen(socket));
    }
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
    server.close();
    rmSync(folder, { recursive: true });
  });

  function tell(event: RunEvent): void {
    for (const feed of feeds) feed.event('run', event);
  }

  it('cost bounded memory, and the others miss nothing', async () => {
    const told: RunEvent[] = [];
    for (let epoch = 1; epoch <= epochs; epoch++) {
      for (let step = 1; step <= progressEach; step++) {
        told.push(progress(epoch, step));
        tell(progress(epoch, step));
        // A connection reads one message a turn: nobody could keep up with more.
        await nextTurn();
      }
      told.push(epochStarted(epoch));
      tell(epochStarted(epoch));
    }
    for (const each of heard) {
      await expect.poll(() => each.length, { timeout: 10_000 }).toBe(told.length);
      expect(each).toEqual(told);
    }
    const deaf = attached[listeners];
    expect(deaf.untaken).toBeGreaterThan(2 ** 20);
    expect(deaf.untaken).toBeLessThan(2 ** 21);
    expect(clients.size).toBe(listeners + 1);

    // The one that never listens is let go when it misses more than progress.
    for (let epoch = 1; epoch <= 2500; epoch++) {
      tell(epochStarted(epoch));
      await nextTurn();
    }
    await expect.poll(() => clients.size).toBe(listeners);
  });
});

function listen(socket: Parameters<typeof messagesOver>[0]): RunEvent[] {
  const events: RunEvent[] = [];
  const connection = messagesOver(socket);
  connection.onNotification(runEventNotification, ({ event }) => {
    events.push(event);
  });
  connection.listen();
  return events;
}

function progress(epoch: number, step: number): RunEvent {
  const figures = { loss: 0.1, accuracy: 0.97, imagesPerSecond: 9000, secondsLeft: 60 };
  const place = { epoch, step, steps: progressEach, phase: 'train' as const };
  return { type: 'progress', at: 0, ...place, ...figures, memoryBytes: 400_000_000 };
}

function epochStarted(epoch: number): RunEvent {
  return { type: 'epoch-started', at: 0, epoch, steps: progressEach, learningRate: 0.001 };
}
