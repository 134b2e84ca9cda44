import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Sandbox } from '../../test/support/sandbox.js';
import type { Contestant, Figure } from '../figures.js';
import type { BenchOptions } from '../options.js';
import { type Peer, peerContestant } from '../peers.js';
import { succeeded } from './command.js';

/** Peak resident memory of the host, or of a peer's process, over one epoch of MNIST. */
export function memory(options: BenchOptions, peers: readonly Peer[]): Contestant[] {
  return [
    { name: 'Digitscope native', measure: hostMemory },
    ...peers.map((peer) => peerContestant(peer, 'memory', options)),
  ];
}

async function hostMemory(): Promise<Figure[]> {
  const sandbox = await Sandbox.open();
  // Long enough for a look at the host after its run.
  sandbox.env.DIGITSCOPE_LINGER = '5';
  try {
    const args = ['train', '--data', 'mnist', '--epochs', '1', '--batch-size', '32'];
    const { json } = succeeded(await sandbox.run([...args, '--engine', 'native', '--json']));
    const { peakMemoryBytes } = completed.parse(json.at(-1));
    const peak = Math.max(peakMemoryBytes, highWaterMark(sandbox));
    const setting = 'one epoch at batch 32';
    return [{ subject: 'Digitscope native', setting, unit: 'MB', value: peak / 1e6 }];
  } finally {
    sandbox.close();
  }
}

const completed = z.object({ type: z.literal('completed'), peakMemoryBytes: z.number() });

/** What the kernel saw of the host, in bytes, loading included; 0 on systems that do not tell. */
function highWaterMark(sandbox: Sandbox): number {
  if (process.platform !== 'linux') return 0;
  const status = readFileSync(`/proc/${sandbox.hostPid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
