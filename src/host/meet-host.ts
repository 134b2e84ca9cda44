import type { Socket } from 'node:net';
import { Problem } from '../core/problem.js';
import { hostAddress } from './address.js';
import { connectTo } from './connect.js';
import type { HostFacts, HostStatus } from './protocol.js';
import { startHost } from './start-host.js';
import { programBuild, type Workspace } from './workspace.js';

/** What a client asks a host of which it does not know yet whether it is its own. */
interface Stranger {
  hello: () => Promise<HostFacts>;
  introduce: (name: string) => Promise<void>;
  status: () => Promise<HostStatus>;
  leave: () => Promise<void>;
  close: () => void;
}

/** Milliseconds that a host has to open its socket. */
const startTimeout = 15_000;
/** Milliseconds that a host of another build has to leave: one with others attached stays. */
const leaveTimeout = 4_000;
const retryInterval = 40;

/**
 * Finds the host of a workspace that is of this build, and starts it where there is none. One of another build is asked
 * to leave.
 *
 * @param name what others are told that this client is
 * @throws Problem where the host does not start, or is of another build and has work to do
 */
export async function meetHost<Client extends Stranger>(
  workspace: Workspace,
  name: string,
  open: (socket: Socket) => Client,
): Promise<Client> {
  const { socket: path, log } = hostAddress(workspace);
  let deadline = performance.now() + startTimeout;
  let asked = false;
  let other: HostStatus | HostFacts | undefined;
  while (performance.now() < deadline) {
    const socket = await connectTo(path);
    if (socket) {
      const client = open(socket);
      const met = await meet(client, name);
      if (met === 'ours') return client;
      client.close();
      asked = false;
      if (met !== 'leaving') {
        if (other === undefined) deadline = performance.now() + leaveTimeout;
        other = met;
        if (isBusy(met)) break;
      }
    } else if (!asked) {
      startHost(workspace, log);
      asked = true;
      if (other !== undefined) deadline = performance.now() + startTimeout;
      other = undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, retryInterval));
  }
  throw other === undefined ? notStarted(log) : otherBuild(other);
}

/** @returns what a host of another build says of itself; `leaving` where it is about to end */
async function meet(
  client: Stranger,
  name: string,
): Promise<'ours' | 'leaving' | HostStatus | HostFacts> {
  try {
    const facts = await client.hello();
    if (facts.build === programBuild) {
      await client.introduce(name);
      return 'ours';
    }
    // One that is older than this question has to be met by what it said.
    const status = await client.status().catch(() => facts);
    await client.leave();
    return status;
  } catch {
    return 'leaving';
  }
}

function isBusy(host: HostStatus | HostFacts): boolean {
  return 'since' in host && (host.run !== undefined || host.queued > 0);
}

function notStarted(log: string): Problem {
  return new Problem('the host did not start', {
    remedy: `see ${log}, or run \`digitscope host\` to watch it`,
  });
}

function otherBuild(host: HostStatus | HostFacts): Problem {
  const since = 'since' in host ? `, since ${clock(host.since)}` : '';
  return new Problem(
    `a host of another version (${host.build}${since}) is still at work here: ${workOf(host)}`,
    {
      remedy:
        'use the program that started it, wait for its end, or end it with `digitscope host stop --now`',
    },
  );
}

function workOf(host: HostStatus | HostFacts): string {
  if (!('since' in host)) return `process ${host.pid}`;
  if (host.run) return `run ${host.run.id}`;
  if (host.queued > 0) return `${host.queued} runs that wait`;
  // The last one is this client itself.
  const names = host.clients.slice(0, -1).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : `process ${host.pid}`;
}

/** `14:02`, or `2026-11-25 14:02` where it was not today; local time. */
function clock(time: number): string {
  const written = (at: number) => new Date(at).toLocaleString('sv-SE').slice(0, 16);
  const [day, minute] = written(time).split(' ');
  return written(Date.now()).startsWith(day) ? minute : `${day} ${minute}`;
}
