import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  NotificationType,
  RequestType,
  RequestType0,
} from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { defaultSettings } from '../../src/core/settings.js';
import { Answering } from '../../src/host/answering.js';
import { HostRequest } from '../../src/host/protocol/request.js';
import { previewRequest, scoreRequest, startRunRequest } from '../../src/host/protocol.js';

/** Codes of JSON-RPC 2.0. */
const [methodNotFound, invalidParams] = [-32601, -32602];

const doubleRequest = new HostRequest<{ n: number }, number>(
  'double',
  z.strictObject({ n: z.number() }),
);
const pingRequest = new RequestType0<string, void>('ping');
const waitRequest = new HostRequest<Record<string, never>, void>('wait', z.strictObject({}));

describe('a request', () => {
  let client: MessageConnection;
  let answering: Answering;
  let mistakes: number;
  const heard: unknown[] = [];

  beforeEach(() => {
    const [there, back] = [new PassThrough(), new PassThrough()];
    client = createMessageConnection(back, there);
    const host = createMessageConnection(there, back);
    mistakes = 0;
    heard.length = 0;
    answering = new Answering(host, () => mistakes++);
    answering.on(doubleRequest, ({ n }) => {
      heard.push(n);
      return 2 * n;
    });
    answering.on0(pingRequest, () => 'pong');
    answering.on(waitRequest, (_, signal) => ended(signal));
    client.listen();
    host.listen();
  });
  afterEach(() => client.dispose());

  function ask(method: string, params?: unknown): Promise<unknown> {
    return params === undefined
      ? client.sendRequest(method)
      : client.sendRequest(new RequestType<unknown, unknown, void>(method), params);
  }

  it('that fits its schema reaches its handler', async () => {
    expect(await ask('double', { n: 4 })).toBe(8);
    expect(await ask('ping')).toBe('pong');
    expect(mistakes).toBe(0);
  });

  it.each([
    ['a field of the wrong type', { n: '4' }, /^double: n: /],
    ['a field that is missing', {}, /^double: n: /],
    ['a field too much', { n: 4, m: 5 }, /^double: .*"m"/],
    ['a list', [{ n: 4 }], /^double: /],
    ['a list with more after it', [{ n: 4 }, 'x', 3], /^double: /],
    ['an empty list', [], /^double: /],
    ['nothing', undefined, /^double: /],
    ['null', null, /^double: /],
  ])('with %s is refused in a line that says which, and does not', async (_, params, line) => {
    await expect(ask('double', params)).rejects.toMatchObject({
      code: invalidParams,
      message: expect.stringMatching(line),
    });
    expect(heard).toEqual([]);
    expect(mistakes).toBe(1);
  });

  it('that nobody knows is said to be unknown, in one line however long its name is', async () => {
    await expect(ask(`do\nwhat${'x'.repeat(5000)}`)).rejects.toMatchObject({
      code: methodNotFound,
      message: expect.stringMatching(/^there is no request do\?what.{10,250}$/),
    });
    expect(mistakes).toBe(1);
  });

  it('without parameters is answered whatever comes with it', async () => {
    expect(await ask('ping', { n: 1 })).toBe('pong');
    expect(await ask('ping', [1, 2])).toBe('pong');
  });

  it('ends when it is cancelled', async () => {
    const cancellation = new CancellationTokenSource();
    const asked = client.sendRequest(waitRequest, {}, cancellation.token);
    cancellation.cancel();
    await expect(asked).resolves.toBeNull();
  });

  it('ends when its client goes', async () => {
    const asked = ask('wait', {});
    await ask('ping');
    answering.close();
    await expect(asked).resolves.toBeNull();
  });

  it('is refused while a thousand are under way, and taken after', async () => {
    const waiting = Array.from({ length: 1000 }, () => ask('wait', {}));
    await expect(ask('double', { n: 1 })).rejects.toThrow('1000 requests are under way');
    answering.close();
    await Promise.all(waiting);
    expect(await ask('double', { n: 1 })).toBe(2);
  });

  it('is a mistake also as a notification that nobody knows', async () => {
    await client.sendNotification(new NotificationType<object>('nonsense'), {});
    await ask('ping');
    expect(mistakes).toBe(1);
  });
});

describe('what a request must be', () => {
  function problem(schema: z.ZodType, params: unknown): string {
    return z.prettifyError(schema.safeParse(params).error as z.ZodError);
  }

  it('is the same for settings as in the form', () => {
    const settings = { ...defaultSettings, epochs: 0 };
    expect(problem(startRunRequest.schema, { source: 'mnist', settings })).toMatch(
      'epochs must be a whole number from 1 to 1000',
    );
  });

  it.each(['..', '.', '../other', 'a/b', 'a\\b', 'a\0', ''])('never lets %j name a run', (run) => {
    expect(scoreRequest.schema.safeParse({ weights: { run }, part: 'all' }).success).toBe(false);
    expect(
      scoreRequest.schema.safeParse({ weights: { run: 'mnist-fast-2' }, part: 'all' }).success,
    ).toBe(true);
  });

  it('bounds the room of a preview', () => {
    const room = { file: 'x.png', width: 100, height: 1e9 };
    expect(previewRequest.schema.safeParse(room).success).toBe(false);
  });
});

/** Resolves when the signal is given. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
