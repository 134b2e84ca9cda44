import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import { drawDataset, Sandbox } from '../support/sandbox.js';

describe('digitscope host', () => {
  let sandbox: Sandbox;
  let clients: HostClient[];
  const before = { ...process.env };

  beforeEach(async () => {
    sandbox = await Sandbox.open();
    clients = [];
    Object.assign(process.env, sandbox.env);
  });
  afterEach(() => {
    for (const client of clients) client.close();
    process.env = { ...before };
    sandbox.close();
  });

  async function attach(name: string): Promise<HostClient> {
    const client = await HostClient.connect(new Workspace(sandbox.workspace), name);
    clients.push(client);
    return client;
  }

  async function train(client: HostClient): Promise<string> {
    await drawDataset(sandbox.path('digits'), { digits: [0, 1, 2, 3], perClass: 20 });
    const settings = {
      recipe: 'classic',
      epochs: 1000,
      validationSplit: 0.2,
      batchSize: 8,
      learningRate: 1e-7,
      seed: 1,
    } as const;
    const { run } = await client.startRun({ source: 'digits', settings, engine: 'portable' });
    const status = async () => (await client.status()).run?.status;
    await expect.poll(status, { timeout: 15_000 }).toBe('running');
    return run;
  }

  it('says where none serves the workspace, and starts none', async () => {
    const status = await sandbox.run(['host', 'status']);
    expect(status).toMatchObject({ code: 0, stdout: 'no host serves this workspace\n' });
    const stop = await sandbox.run(['host', 'stop', '--json']);
    expect(stop).toMatchObject({ code: 0, json: [{ running: false }] });
    expect(() => sandbox.hostPid).toThrow();
  });

  it('says what the host is, who is attached and what runs', async () => {
    const client = await attach('app on pts/7');
    const idle = await sandbox.run(['host', 'status']);
    expect(idle.stdout).toMatch(/^host \d+, build \S+ \S+, up for [\d.]+ s\n/);
    expect(idle.stdout).toMatch(/nothing runs\nattached:\n {2}app on pts\/7, for [\d.]+ s\n/);
    const run = await train(client);
    const { json } = await sandbox.run(['host', 'status', '--json']);
    expect(json[0]).toMatchObject({
      running: true,
      pid: sandbox.hostPid,
      workspace: sandbox.workspace,
      clients: [{ name: 'app on pts/7' }],
      run: { id: run, status: 'running' },
      queued: 0,
      log: expect.stringMatching(/\.log$/),
      socket: expect.stringMatching(/\.sock$/),
    });
    expect(json[0].memoryBytes).toBeGreaterThan(2 ** 25);
  });

  it('ends a host that has nothing to do, whoever is attached', async () => {
    const client = await attach('app');
    const closed = new Promise<void>((resolve) => client.onClose(resolve));
    const { pid } = await client.hello();
    const { code, stdout } = await sandbox.run(['host', 'stop']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `host ${pid} has left\n` });
    await closed;
    expect((await sandbox.run(['host', 'status'])).stdout).toMatch(/^no host/);
  });

  it('ends none with a run under way, but with --now, which saves its best weights', async () => {
    const client = await attach('app');
    const run = await train(client);
    const epochs = async () => (await client.status()).run?.epoch;
    await expect.poll(epochs, { timeout: 15_000 }).toBeGreaterThan(1);
    const refused = await sandbox.run(['host', 'stop']);
    expect(refused).toMatchObject({
      code: 1,
      stderr: `digitscope: run ${run} is under way: let it end, or use \`digitscope host stop --now\`, which saves its best weights\n`,
    });
    expect((await client.status()).run?.id).toBe(run);
    expect(await sandbox.run(['host', 'stop', '--now'])).toMatchObject({ code: 0 });
    const { json } = await sandbox.run(['models', '--json']);
    expect(json.map(({ name }) => name)).toContain(run);
  }, 60_000);
});
