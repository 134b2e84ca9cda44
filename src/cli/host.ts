import { Problem } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { HostStatus } from '../host/protocol.js';
import { bytes, duration } from '../ui/format.js';
import type { CommandContext } from './context.js';

export type HostTask = 'serve' | 'status' | 'stop';

export interface HostCommandOptions {
  /** Seconds. */
  linger: string;
  now?: true;
}

/** Serves the workspace, or says what serves it, or ends that. */
export async function host(
  context: CommandContext,
  task: HostTask,
  options: HostCommandOptions,
): Promise<undefined> {
  if (task === 'serve') {
    const { serveHost } = await import('../host/serve.js');
    await serveHost(context.workspace, { linger: Number(options.linger) });
    return;
  }
  const { HostClient } = await import('../host/client.js');
  const client = await HostClient.find(context.workspace);
  if (!client) {
    context.output.result({ running: false }, 'no host serves this workspace');
    return;
  }
  try {
    if (task === 'status') await showStatus(context, client);
    else await stop(context, client, options);
  } finally {
    client.close();
  }
}

async function showStatus({ output }: CommandContext, client: HostClient): Promise<void> {
  const status = await client.status().catch(async (cause) => {
    throw await tooOld(client, cause);
  });
  // Who asks is the last one, and gone in a moment.
  const clients = status.clients.slice(0, -1);
  output.result({ running: true, ...status, clients }, statusLines({ ...status, clients }));
}

function statusLines({ clients, run, queued, ...host }: HostStatus): string[] {
  const running = run ? `run ${run.id} ${run.status} in epoch ${run.epoch}` : 'nothing runs';
  return [
    `host ${host.pid}, build ${host.build}, up for ${sinceWords(host.since)}`,
    `workspace: ${host.workspace}`,
    queued > 0 ? `${running}, ${queued} wait` : running,
    clients.length > 0 ? 'attached:' : 'nobody is attached',
    ...clients.map(({ name, since }) => `  ${name}, for ${sinceWords(since)}`),
    `memory: ${bytes(host.memoryBytes)}`,
    `socket: ${host.socket}`,
    `log: ${host.log}`,
  ];
}

function sinceWords(time: number): string {
  return duration((Date.now() - time) / 1000);
}

async function stop(
  { output }: CommandContext,
  client: HostClient,
  { now }: HostCommandOptions,
): Promise<void> {
  const { pid } = await client.hello();
  const left = new Promise<void>((resolve) => client.onClose(resolve));
  await client.stop({ when: now ? 'now' : 'idle' }).catch(async (error) => {
    throw error instanceof Problem ? error : await tooOld(client, error);
  });
  await left;
  output.result({ running: false, stopped: pid }, `host ${pid} has left`);
}

/** What to say where a host does not know the question. */
async function tooOld(client: HostClient, cause: unknown): Promise<Problem> {
  if (cause instanceof Problem) return cause;
  const { pid, build } = await client.hello();
  return new Problem(`host ${pid} is of an older version (${build}) that cannot be asked this`, {
    remedy: `\`kill ${pid}\` ends it, with the best weights of its run saved`,
    cause,
  });
}
