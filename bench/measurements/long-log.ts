import { mkdirSync, writeFileSync } from 'node:fs';
import type { RunEvent } from '../../src/core/run/event.js';
import { emptyRun, reduceRun } from '../../src/core/run/reducer.js';
import { defaultSettings } from '../../src/core/settings.js';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import type { Contestant, Figure } from '../figures.js';
import { withSandbox } from './terminal/with-app.js';

/** A run of 100 epochs opened from its log: asked of the host, and made into what a screen shows. */
export function longLog(): Contestant[] {
  return [{ name: 'Digitscope native', measure: opened }];
}

const epochs = 100;
/** Of an epoch: five a second over twelve seconds. */
const progressEvents = 60;
const run = 'long';
const looks = 5;

async function opened(): Promise<Figure[]> {
  return withSandbox(async (sandbox) => {
    const before = { ...process.env };
    Object.assign(process.env, sandbox.env);
    try {
      const events = eventsOfLongRun();
      mkdirSync(sandbox.path('runs', run), { recursive: true });
      const log = events.map((event) => `${JSON.stringify(event)}\n`).join('');
      writeFileSync(sandbox.path('runs', run, 'events.jsonl'), log);
      const client = await HostClient.connect(new Workspace(sandbox.workspace), 'bench');
      await client.hello();
      const first = await timed(() => open(client));
      const again: number[] = [];
      for (let look = 0; look < looks; look++) again.push(await timed(() => open(client)));
      const list = await timed(() => client.listRuns());
      client.close();
      const setting = `${epochs} epochs, ${events.length} events`;
      return [
        { subject: 'opened first', setting, unit: 'ms', value: first },
        { subject: 'opened again', setting, unit: 'ms', value: Math.max(...again) },
        { subject: 'listed', setting, unit: 'ms', value: list },
      ];
    } finally {
      process.env = before;
    }
  });
}

async function open(client: HostClient): Promise<void> {
  const { events } = await client.attachRun(run);
  events.reduce(reduceRun, emptyRun(run));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function eventsOfLongRun(): RunEvent[] {
  const request = { source: 'mnist', name: run, settings: { ...defaultSettings, epochs } };
  const perClass = Array<number>(10).fill(6000);
  const samples = { trainSamples: 48_000, validationSamples: 12_000, perClass };
  const started = { type: 'started', at: 0, run, request, engine: 'native', ...samples } as const;
  return [started, ...Array.from({ length: epochs }, (_, at) => eventsOfEpoch(at + 1)).flat()];
}

function eventsOfEpoch(epoch: number): RunEvent[] {
  const steps = 1500;
  const metrics = { loss: 1 / (epoch + 1), accuracy: 1 - 0.1 / epoch };
  const at = epoch * 12_000;
  const rate = { imagesPerSecond: 4000.5, memoryBytes: 451_936_256 };
  const progress = Array.from({ length: progressEvents }, (_, index): RunEvent => {
    const step = Math.ceil((steps * (index + 1)) / progressEvents);
    const place = { epoch, phase: 'train', step, steps } as const;
    return {
      type: 'progress',
      at: at + index * 200,
      ...place,
      ...metrics,
      ...rate,
      secondsLeft: 9,
    };
  });
  return [
    { type: 'epoch-started', at, epoch, steps, learningRate: 0.001 },
    ...progress,
    {
      ...{ type: 'epoch-ended', at: at + 11_900, epoch, train: metrics, validation: metrics },
      validationPerClass: Array<number>(10).fill(metrics.accuracy),
      ...{ learningRate: 0.001, seconds: 12, imagesPerSecond: 4000.5, improved: true },
    },
    { type: 'weights-kept', at: at + 11_920, epoch, file: `checkpoints/epoch-${epoch}` },
    { type: 'checkpoint-saved', at: at + 11_940, epoch, file: 'checkpoints/best.safetensors' },
    { type: 'state-saved', at: at + 11_960, epoch, step: 0 },
  ];
}
