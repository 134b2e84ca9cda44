import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { hostAddress } from '../../../src/host/address.js';
import { HostClient } from '../../../src/host/client.js';
import { Workspace } from '../../../src/host/workspace.js';
import { drawStroke, Sandbox } from '../../support/sandbox.js';
import { HostileClient } from './hostile-client.js';
import { type Draw, framed, lastNonsense, nonsense } from './nonsense.js';

const messages = 100_000;
const clientsAtOnce = 6;
/** Fewer than a client is dropped for. */
const messagesEach = 800;
/** Bytes that the host may take at most; it takes some 90 MB where nobody asks for anything. */
const mostMemory = 700 * 2 ** 20;

describe('a host under a hail of nonsense', () => {
  let sandbox: Sandbox;
  let workspace: Workspace;
  let friend: HostClient;
  let pid: number;
  const before = { ...process.env };

  beforeAll(async () => {
    sandbox = await Sandbox.open();
    Object.assign(process.env, sandbox.env);
    workspace = new Workspace(sandbox.workspace);
    writeFileSync(sandbox.path('stroke.png'), await drawStroke(30));
    friend = await HostClient.connect(workspace, 'a friend');
    ({ pid } = await friend.hello());
  });
  afterAll(() => {
    friend.close();
    process.env = { ...before };
    sandbox.close();
  });

  it(`answers a friend all along through ${messages} messages, and stays small`, async () => {
    const { socket, log } = hostAddress(workspace);
    let sent = 0;
    let answers = 0;
    let slowest = 0;

    const attack = async (seed: number) => {
      const draw: Draw = createRandom(seed).uniform;
      while (sent < messages) {
        const client = await HostileClient.connect(socket);
        for (let count = 0; count < messagesEach && !client.isDropped; count++, sent++) {
          await client.send(nonsense(draw));
        }
        await client.send(lastNonsense(draw));
        if (draw() < 0.5) client.destroy();
        else await client.end();
      }
    };
    const ask = async () => {
      while (sent < messages) {
        const start = performance.now();
        expect((await friend.hello()).pid).toBe(pid);
        const room = { width: 14, height: 14 };
        expect(await friend.preview({ file: sandbox.path('stroke.png'), ...room })).toMatchObject({
          width: 28,
        });
        expect((await friend.status()).clients[0].name).toBe('a friend');
        answers += 3;
        slowest = Math.max(slowest, performance.now() - start);
      }
    };
    await Promise.all([ask(), ...Array.from({ length: clientsAtOnce }, (_, seed) => attack(seed))]);

    expect((await friend.hello()).pid).toBe(pid);
    expect(answers).toBeGreaterThan(100);
    expect(slowest).toBeLessThan(2000);
    expect(peakMemory(pid)).toBeLessThan(mostMemory);
    const logs = readdirSync(join(log, '..')).filter((name) => name.includes('.log'));
    const logged = logs.reduce((sum, name) => sum + statSync(join(log, '..', name)).size, 0);
    expect(logged).toBeLessThan(100_000);
    const said = readFileSync(log, 'utf8');
    expect(said.match(/dropped/g)?.length).toBeGreaterThan(20);
    expect(said).not.toContain('went wrong');
  }, 60_000);

  it.each([
    ['a message of 65 MB', () => framed(Buffer.alloc(65 * 2 ** 20, 'x'))],
    ['a message of a million values and more', () => framed(dense(1_100_000))],
    ['megabytes without an end of the header', () => Buffer.alloc(2 ** 21, 'x: y\r\n')],
  ])('drops who sends %s', async (_, bytes) => {
    const client = await HostileClient.connect(hostAddress(workspace).socket);
    await client.send(bytes());
    await expect.poll(() => client.isDropped, { timeout: 5000 }).toBe(true);
    expect((await friend.hello()).pid).toBe(pid);
  });

  it('reads no more of who does not take the answers, and nobody else notices', async () => {
    const client = await HostileClient.connect(hostAddress(workspace).socket, 'deaf');
    const asked = framed(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"host/status"}'));
    const much = Buffer.concat(Array<Buffer>(20_000).fill(asked));
    for (let round = 0; round < 10; round++) void client.send(much);
    for (let round = 0; round < 200; round++) expect((await friend.hello()).pid).toBe(pid);
    client.destroy();
    expect(peakMemory(pid)).toBeLessThan(mostMemory);
  });

  it('drops some of many that leave large messages half said', async () => {
    const { socket } = hostAddress(workspace);
    const half = framed(Buffer.alloc(60 * 2 ** 20, 'x')).subarray(0, 40 * 2 ** 20);
    const clients = await Promise.all(
      Array.from({ length: 7 }, () => HostileClient.connect(socket)),
    );
    // One that is dropped meanwhile cannot say the rest.
    for (const client of clients) await client.send(half).catch(() => undefined);
    await expect.poll(() => clients.filter(({ isDropped }) => isDropped).length).toBeGreaterThan(0);
    expect((await friend.hello()).pid).toBe(pid);
    for (const client of clients) client.destroy();
    expect(peakMemory(pid)).toBeLessThan(mostMemory);
  });

  it('drops who sends nothing else than what nobody can answer', async () => {
    const client = await HostileClient.connect(hostAddress(workspace).socket);
    const unknown = framed(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"nothing"}'));
    for (let count = 0; count < 1500; count++) await client.send(unknown);
    await expect.poll(() => client.isDropped).toBe(true);
  });
});

function dense(values: number): Buffer {
  return Buffer.from(`{"method":"predict","id":1,"params":{"paths":[${'1,'.repeat(values)}1]}}`);
}

/** The most memory that a process ever had, in bytes; Linux only. */
function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}
