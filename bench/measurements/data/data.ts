import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bundleWorker } from '../../bundle-worker.js';
import { outputOf } from '../../child.js';
import type { Contestant, Figure } from '../../figures.js';
import type { BenchOptions } from '../../options.js';
import { type Peer, runPeer } from '../../peers.js';
import { type DataFiles, makeDataFiles } from './make-files.js';

/** Loading of sources of several forms, the first time and again, beside OpenCV where it is there. */
export function data(options: BenchOptions, peers: readonly Peer[]): Contestant[] {
  let made: Promise<DataFiles> | undefined;
  const files = () => {
    made ??= makeDataFiles(options);
    return made;
  };
  return [
    { name: 'Digitscope', measure: async () => loadAll(await files()) },
    ...peers.map((peer) => ({
      name: peer.name,
      measure: async (round: number) => runPeer(peer, 'data', options, round, jobs(await files())),
    })),
  ];
}

/** OpenCV keeps nothing: its one rate stands beside all of ours. */
function jobs({ sources }: DataFiles) {
  return sources
    .filter(({ isFolder }) => isFolder)
    .map(({ setting, path }) => ({
      folder: path,
      settings: [setting, anew(setting), again(setting)],
      processorSettings: [setting, anew(setting), again(setting)].map(ofProcessor),
    }));
}

const anew = (setting: string) => `${setting}, again in a new process`;
const again = (setting: string) => `${setting}, again`;
/** A busy machine gives the clock's seconds to others: those of the processor hardly change. */
const ofProcessor = (setting: string) => `${setting}: processor time`;

async function loadAll({ root, sources }: DataFiles): Promise<Figure[]> {
  const worker = await bundleWorker('data-load');
  const cache = join(root, 'cache');
  rmSync(cache, { recursive: true, force: true });
  process.env.DIGITSCOPE_DATA_CACHE = cache;
  const figures: Figure[] = [];
  for (const { setting, path, isFolder } of sources) {
    const run = async () =>
      loaded.parse(JSON.parse(await outputOf(process.execPath, [worker, path])));
    const cold = await run();
    const warm = await run();
    if (cold.first.reason !== undefined) {
      process.stderr.write(`  ${setting}: left out ${cold.first.skipped}: ${cold.first.reason}\n`);
    }
    const loads = [
      [setting, cold.first],
      [anew(setting), warm.first],
      [again(setting), warm.again],
    ] as const;
    for (const [name, { seconds, processor, samples }] of loads) {
      figures.push(ours(name, 's', seconds));
      if (isFolder) figures.push(ours(ofProcessor(name), 's', processor));
      if (isFolder) figures.push(ours(name, 'images/s', samples / seconds));
    }
    figures.push(ours(setting, 'MB', cold.peakBytes / 1e6));
  }
  return figures;
}

function ours(setting: string, unit: Figure['unit'], value: number): Figure {
  return { subject: 'Digitscope', setting, unit, value };
}

const load = z.object({
  seconds: z.number(),
  processor: z.number(),
  samples: z.number(),
  skipped: z.number(),
  reason: z.string().optional(),
});
const loaded = z.object({ first: load, again: load, peakBytes: z.number() });
