import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent } from '../../src/core/run/event.js';
import { hostAddress } from '../../src/host/address.js';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import type { Sandbox } from '../../test/support/sandbox.js';
import type { Contestant, Figure } from '../figures.js';
import { processorSeconds } from './terminal/process-cost.js';
import { whileTraining, withSandbox } from './terminal/with-app.js';

/** Speed of a training that nobody watches but the one who measures, and with twelve others. */
export function viewers(): Contestant[] {
  return [{ name: 'Digitscope native', measure: watched }];
}

const listeners = 11;
const batchSize = 32;
/** Measured in turn, so that a busy moment hits both alike. */
const turns = 3;
const secondsEach = 4;

async function watched(): Promise<Figure[]> {
  return withSandbox(async (sandbox) => {
    const before = { ...process.env };
    Object.assign(process.env, sandbox.env);
    try {
      return await whileTraining(sandbox, () => inTurns(sandbox));
    } finally {
      process.env = before;
    }
  });
}

async function inTurns(sandbox: Sandbox): Promise<Figure[]> {
  const workspace = new Workspace(sandbox.workspace);
  const client = await HostClient.connect(workspace, 'bench');
  const [{ id: run }] = await client.listRuns();
  const meter = await openMeter(client, run, sandbox.hostPid);
  const alone: Pace[] = [];
  const watched: Pace[] = [];
  await sleep(2000);
  for (let turn = 0; turn < turns; turn++) {
    alone.push(await meter(secondsEach));
    const leave = await watch(workspace, run);
    // What it costs to come and to be told of what was before is not what watching costs.
    await sleep(500);
    watched.push(await meter(secondsEach));
    leave();
  }
  client.close();
  return [
    ...figures('training', total(alone)),
    ...figures('training with 12 viewers, one deaf', total(watched)),
    ...shares(total(alone), total(watched)),
  ];
}

/** What a training did in a time. */
interface Pace {
  images: number;
  seconds: number;
  /** Of the host, all its threads together. */
  processorSeconds: number;
}

function total(paces: readonly Pace[]): Pace {
  const sum = (key: keyof Pace) => paces.reduce((all, pace) => all + pace[key], 0);
  return {
    images: sum('images'),
    seconds: sum('seconds'),
    processorSeconds: sum('processorSeconds'),
  };
}

const speed = `MNIST at batch ${batchSize}`;
/** The same on a busy machine, where the speed is not. */
const cost = 'processor time of 10,000 images';

function figures(subject: string, { images, seconds, processorSeconds }: Pace): Figure[] {
  return [
    { subject, setting: speed, unit: 'images/s', value: images / seconds },
    { subject, setting: cost, unit: 's', value: (10_000 * processorSeconds) / images },
  ];
}

function shares(alone: Pace, watched: Pace): Figure[] {
  const subject = 'with viewers, of what it is without';
  const per = ({ images, seconds, processorSeconds }: Pace) => ({
    speed: images / seconds,
    cost: processorSeconds / images,
  });
  const [before, after] = [per(alone), per(watched)];
  return [
    { subject, setting: speed, unit: '%', value: (100 * after.speed) / before.speed },
    { subject, setting: cost, unit: '%', value: (100 * after.cost) / before.cost },
  ];
}

/** Takes the pace from two looks at how far the training is, as the host's own figures are smoothed. */
async function openMeter(client: HostClient, run: string, pid: number) {
  const looks: { steps: number; at: number; processor: number }[] = [];
  const look = (event: RunEvent) => {
    if (event.type !== 'progress' || event.phase !== 'train') return;
    const steps = (event.epoch - 1) * event.steps + event.step;
    looks.push({ steps, at: event.at, processor: processorSeconds(pid) });
  };
  client.onRun({ event: (_, event) => look(event), loading: () => {} });
  await client.attachRun(run);
  const next = async () => {
    const known = looks.length;
    while (looks.length === known) await sleep(10);
    return looks[known];
  };
  return async (seconds: number): Promise<Pace> => {
    const begin = await next();
    await sleep(seconds * 1000);
    const end = await next();
    return {
      images: (end.steps - begin.steps) * batchSize,
      seconds: (end.at - begin.at) / 1000,
      processorSeconds: end.processor - begin.processor,
    };
  };
}

/** @returns what ends the watching */
async function watch(workspace: Workspace, run: string): Promise<() => void> {
  const clients = await Promise.all(
    Array.from({ length: listeners }, (_, index) =>
      HostClient.connect(workspace, `viewer ${index + 1}`),
    ),
  );
  await Promise.all(clients.map((client) => client.attachRun(run)));
  const deaf = attachDeaf(hostAddress(workspace).socket, run);
  return () => {
    for (const client of clients) client.close();
    deaf.destroy();
  };
}

/** It asks to be told, and never takes what it is told. */
function attachDeaf(path: string, run: string): Socket {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'run/attach', params: { run } });
  const socket = connect(path);
  socket.pause();
  socket.on('error', () => {});
  socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  return socket;
}
