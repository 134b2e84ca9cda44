import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { RunEvent } from '../../src/core/run/event.js';
import type { AttachedClient } from '../../src/host/attached-client.js';
import { RunFeed } from '../../src/host/run-feed.js';

describe('what a client is told of a run', () => {
  let untaken: number;
  let sent: string[];
  let drops: string[];
  let feed: RunFeed;
  let taken: () => void;

  beforeEach(() => {
    untaken = 0;
    sent = [];
    drops = [];
    const connection = {
      sendNotification: async (
        { method }: { method: string },
        { event, done }: { event?: RunEvent & { step?: number }; done?: number },
      ) => {
        sent.push(event ? `${event.type} ${event.step ?? ''}`.trim() : `${method} ${done}`);
      },
    };
    const client = {
      get untaken() {
        return untaken;
      },
      onTaken: (handler: () => void) => {
        taken = handler;
      },
      drop: (reason: string) => drops.push(reason),
    };
    feed = new RunFeed(
      connection as unknown as MessageConnection,
      client as unknown as AttachedClient,
    );
  });

  const tell = (type: string, step?: number) =>
    feed.event('run', { type, at: 0, step } as unknown as RunEvent);

  it('goes out at once while the client keeps up', () => {
    tell('progress', 1);
    feed.loading('run', { done: 3, total: 9 });
    tell('epoch-ended');
    expect(sent).toEqual(['progress 1', 'run/loading 3', 'epoch-ended']);
  });

  it('is, of progress, the newest where it does not, and all else in order', () => {
    untaken = 2 ** 21;
    feed.loading('run', { done: 1, total: 9 });
    feed.loading('run', { done: 2, total: 9 });
    tell('progress', 1);
    tell('progress', 2);
    tell('epoch-ended');
    tell('progress', 3);
    tell('checkpoint-saved');
    expect(sent).toEqual([]);
    untaken = 0;
    taken();
    expect(sent).toEqual(['run/loading 2', 'epoch-ended', 'progress 3', 'checkpoint-saved']);
  });

  it('never overtakes what was kept back', () => {
    untaken = 2 ** 21;
    tell('epoch-ended');
    untaken = 0;
    tell('completed');
    expect(sent).toEqual([]);
    taken();
    expect(sent).toEqual(['epoch-ended', 'completed']);
  });

  it('ends where it lets too much come: it can attach anew', () => {
    untaken = 2 ** 21;
    for (let count = 0; count < 3000; count++) tell('progress', count);
    expect(drops).toEqual([]);
    for (let count = 0; count < 2000; count++) tell('epoch-ended');
    expect(drops).toEqual(['it does not listen to its runs']);
  });
});
