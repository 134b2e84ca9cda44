import { mkdirSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostAddress } from '../../src/host/address.js';
import { HostClient } from '../../src/host/client.js';
import { messagesOver } from '../../src/host/messages.js';
import {
  type HostStatus,
  helloRequest,
  leaveRequest,
  statusRequest,
} from '../../src/host/protocol.js';
import { programBuild, Workspace } from '../../src/host/workspace.js';
import { Sandbox } from '../support/sandbox.js';

describe('a host of another build', () => {
  let sandbox: Sandbox;
  let workspace: Workspace;
  let old: OldHost;
  const before = { ...process.env };

  beforeEach(async () => {
    sandbox = await Sandbox.open();
    Object.assign(process.env, sandbox.env);
    workspace = new Workspace(sandbox.workspace);
  });
  afterEach(() => {
    old.close();
    process.env = { ...before };
    sandbox.close();
  });

  const status = (): HostStatus => ({
    build: '0.0.1 abc',
    pid: 4711,
    workspace: workspace.root,
    since: new Date(2026, 0, 2, 14, 2).getTime(),
    clients: [{ name: 'one who asks', since: 0 }],
    queued: 0,
    memoryBytes: 1,
    socket: '',
    log: '',
  });

  async function refusal(): Promise<{ message: string; remedy: string; seconds: number }> {
    const start = performance.now();
    const error = await HostClient.connect(workspace).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    const { message, remedy } = error as { message: string; remedy: string };
    return { message, remedy, seconds: (performance.now() - start) / 1000 };
  }

  it('that trains is left alone, and said to be there at once', async () => {
    const run = { id: 'mnist-fast', status: 'running', epoch: 3 };
    old = await OldHost.open(workspace, { ...status(), run }, 'stays');
    const { message, remedy, seconds } = await refusal();
    expect(message).toBe(
      'a host of another version (0.0.1 abc, since 2026-01-02 14:02) is still at work here: run mnist-fast',
    );
    expect(remedy).toBe(
      'use the program that started it, wait for its end, or end it with `digitscope host stop --now`',
    );
    expect(seconds).toBeLessThan(2);
  });

  it('that others use is said to be theirs', async () => {
    const clients = [
      { name: 'app on pts/3', since: 0 },
      { name: 'one who asks', since: 0 },
    ];
    old = await OldHost.open(workspace, { ...status(), clients }, 'stays');
    const { message, seconds } = await refusal();
    expect(message).toMatch(/is still at work here: app on pts\/3$/);
    expect(seconds).toBeLessThan(7);
  });

  it('that cannot say what it does is named by its process', async () => {
    old = await OldHost.open(workspace, undefined, 'stays');
    expect((await refusal()).message).toMatch(
      /another version \(0\.0\.0 old\) is still at work here: process 4711$/,
    );
  });

  it('that has nothing to do leaves, and one of ours follows', async () => {
    old = await OldHost.open(workspace, status(), 'leaves');
    const client = await HostClient.connect(workspace);
    expect((await client.hello()).build).toBe(programBuild);
    client.close();
  });
});

/** Stands in for the host of a program that is not this one. */
class OldHost {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param status undefined where it does not know the question */
  static async open(
    workspace: Workspace,
    status: HostStatus | undefined,
    asked: 'leaves' | 'stays',
  ): Promise<OldHost> {
    const { socket: path } = hostAddress(workspace);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const server = createServer();
    const host = new OldHost(server);
    server.on('connection', (socket) => {
      host.#sockets.add(socket);
      const connection = messagesOver(socket);
      connection.onRequest(helloRequest, () => ({
        build: status?.build ?? '0.0.0 old',
        pid: 4711,
        workspace: workspace.root,
      }));
      if (status) connection.onRequest(statusRequest, () => status);
      connection.onRequest(leaveRequest, () => {
        if (asked === 'leaves') setTimeout(() => host.close(), 300);
      });
      connection.listen();
    });
    await new Promise<void>((resolve) => server.listen(path, resolve));
    return host;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
