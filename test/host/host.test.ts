import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/core/settings.js';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import { drawStroke, programFile, Sandbox } from '../support/sandbox.js';

describe('the host of a workspace', () => {
  let sandbox: Sandbox;
  let workspace: Workspace;
  const clients: HostClient[] = [];
  const before = { ...process.env };

  beforeEach(async () => {
    sandbox = await Sandbox.open();
    Object.assign(process.env, sandbox.env);
    workspace = new Workspace(sandbox.workspace);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
    process.env = { ...before };
    sandbox.close();
  });

  async function connect(): Promise<HostClient> {
    const client = await HostClient.connect(workspace);
    clients.push(client);
    return client;
  }

  function place(ending: string): string {
    return join(sandbox.env.XDG_RUNTIME_DIR, 'digitscope', `${workspace.key}.${ending}`);
  }

  it('is one, however many ask for it at once', async () => {
    const facts = await Promise.all(
      Array.from({ length: 4 }, async () => (await connect()).hello()),
    );
    expect(new Set(facts.map(({ pid }) => pid)).size).toBe(1);
  });

  it('listens to nobody but its owner', async () => {
    await connect();
    expect(statSync(place('sock')).mode & 0o777).toBe(0o600);
    expect(statSync(join(sandbox.env.XDG_RUNTIME_DIR, 'digitscope')).mode & 0o777).toBe(0o700);
  });

  it('leaves when nobody is attached, and takes its files along', async () => {
    const client = await connect();
    const { pid } = await client.hello();
    client.close();
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    expect(readdirSync(join(sandbox.env.XDG_RUNTIME_DIR, 'digitscope'))).toEqual([
      `${workspace.key}.log`,
    ]);
  });

  it('is followed by another when it is killed', async () => {
    const first = await connect();
    const { pid } = await first.hello();
    const closed = new Promise<void>((resolve) => first.onClose(resolve));
    process.kill(pid, 'SIGKILL');
    await closed;
    expect((await (await connect()).hello()).pid).not.toBe(pid);
  });

  it('takes over a lock whose holder does not listen', async () => {
    await (await connect()).hello();
    for (const client of clients.splice(0)) client.close();
    await expect.poll(() => readdirSync(join(place('x'), '..')).length).toBe(1);
    writeFileSync(place('lock'), String(process.pid));
    const { pid } = await (await connect()).hello();
    expect(Number(readFileSync(place('lock'), 'utf8'))).toBe(pid);
  });

  it('takes the place of a socket and a lock that are left over', async () => {
    await (await connect()).hello();
    process.kill(sandbox.hostPid, 'SIGKILL');
    for (const client of clients.splice(0)) client.close();
    rmSync(place('sock'), { force: true });
    writeFileSync(place('sock'), 'no socket');
    writeFileSync(place('lock'), 'nonsense');
    const { pid } = await (await connect()).hello();
    expect(Number(readFileSync(place('lock'), 'utf8'))).toBe(pid);
  });

  it('leaves when another has taken its place, and leaves that one its socket', async () => {
    const client = await connect();
    const { pid } = await client.hello();
    // Of a process that lives and is no host.
    writeFileSync(place('lock'), String(process.pid));
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    expect(readdirSync(join(place('x'), '..'))).toContain(`${workspace.key}.lock`);
    const next = await connect();
    expect((await next.hello()).pid).not.toBe(pid);
  });

  it('goes on where a client sends what nobody can make sense of', async () => {
    const client = await connect();
    const { pid } = await client.hello();
    const stranger = createConnection(place('sock'));
    stranger.end('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => stranger.resume().once('close', resolve));
    expect((await client.hello()).pid).toBe(pid);
    expect(readFileSync(place('log'), 'utf8')).toMatch(/dropped a client without a name: what it/);
  });

  it('keeps the log of the host before it', async () => {
    const first = await (await connect()).hello();
    for (const client of clients.splice(0)) client.close();
    await expect.poll(() => isAlive(first.pid), { timeout: 10_000 }).toBe(false);
    const second = await (await connect()).hello();
    expect(readFileSync(place('log'), 'utf8')).toContain(`host ${second.pid} of `);
    expect(readFileSync(place('log.1'), 'utf8')).toContain(`host ${first.pid} of `);
  });

  it('tells a request under way that it is gone', async () => {
    const client = await connect();
    const { pid } = await client.hello();
    const asked = client.evaluate({ source: 'mnist' });
    process.kill(pid, 'SIGKILL');
    await expect(asked).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringMatching(/host/),
    });
  });

  it('is not started a second time for a workspace that has one', async () => {
    const { pid } = await (await connect()).hello();
    const second = spawn(process.execPath, [programFile, 'host', '--workspace', workspace.root], {
      env: process.env,
    });
    expect(await new Promise((resolve) => second.once('close', resolve))).toBe(0);
    expect((await (await connect()).hello()).pid).toBe(pid);
  });

  it('tells every client when a run begins and when it has ended', async () => {
    const [one, other] = [await connect(), await connect()];
    const seen: string[][] = [];
    other.onRunsChanged(async () => {
      seen.push((await other.listRuns()).map(({ id, status }) => `${id} ${status}`));
    });
    // There is nothing to train on: it fails at once.
    const { run } = await one.startRun({ source: 'nowhere', settings: defaultSettings });
    await expect.poll(() => seen.length).toBe(2);
    expect(seen.at(-1)).toEqual([`${run} failed`]);
  });

  it('shows a picture small, with the size that it has', async () => {
    const client = await connect();
    writeFileSync(sandbox.path('stroke.png'), await drawStroke(30));
    const { png, ...size } = await client.preview({
      file: sandbox.path('stroke.png'),
      width: 14,
      height: 14,
    });
    expect(size).toMatchObject({ width: 28, height: 28 });
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
