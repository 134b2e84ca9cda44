import { join } from 'node:path';
import { programRoot, Sandbox } from '../../test/support/sandbox.js';
import type { Contestant, Figure } from '../figures.js';
import type { BenchOptions } from '../options.js';
import { type Peer, runPeer } from '../peers.js';
import { median } from '../summary.js';
import { succeeded } from './command.js';

/** Seconds from a command's start to its end. */
export function start(options: BenchOptions, peers: readonly Peer[]): Contestant[] {
  return [
    { name: 'Digitscope native', measure: startOurs },
    ...peers.map((peer) => ({
      name: peer.name,
      measure: async (round: number) => {
        const seconds = await secondsOf(() => runPeer(peer, 'start', options, round));
        return [{ ...figure(oneDigit, seconds), subject: peer.name }];
      },
    })),
  ];
}

const subject = 'Digitscope native';
const oneDigit = 'one digit read, nothing running';
const warmRuns = 3;

async function startOurs(): Promise<Figure[]> {
  return withSandbox(async (sandbox) => {
    const cold = await secondsOf(() => readOne(sandbox));
    const warm: number[] = [];
    for (let run = 0; run < warmRuns; run++) warm.push(await secondsOf(() => readOne(sandbox)));
    return [figure(oneDigit, cold), figure('one digit read, host running', median(warm))];
  });
}

/** Once the sandbox is closed its folder is gone, and the host leaves. */
async function withSandbox<Result>(work: (sandbox: Sandbox) => Promise<Result>): Promise<Result> {
  const sandbox = await Sandbox.open();
  sandbox.env.DIGITSCOPE_LINGER = '60';
  try {
    return await work(sandbox);
  } finally {
    sandbox.close();
  }
}

const picture = join(programRoot, 'examples', 'sample_digits', '7-paper.png');

async function readOne(sandbox: Sandbox): Promise<void> {
  succeeded(await sandbox.run(['predict', picture, '--engine', 'native', '--json']));
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

function figure(setting: string, value: number): Figure {
  return { subject, setting, unit: 's', value };
}
