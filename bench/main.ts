import { errorLine, exitCodes, Problem } from '../src/core/problem.js';
import { engineStatus } from '../src/engine/status.js';
import type { Contestant, Measured, What } from './figures.js';
import { describeMachine, machineFacts } from './machine.js';
import { accuracy } from './measurements/accuracy.js';
import { data } from './measurements/data/data.js';
import { longLog } from './measurements/long-log.js';
import { memory } from './measurements/memory.js';
import { realWorld } from './measurements/realworld/realworld.js';
import { speed } from './measurements/speed.js';
import { start } from './measurements/start.js';
import { terminal } from './measurements/terminal/terminal.js';
import { viewers } from './measurements/viewers.js';
import { type BenchOptions, parseOptions } from './options.js';
import { findPeers, type Peer } from './peers.js';
import { type Results, readResults, writeResults } from './results.js';
import { summarise } from './summary.js';
import { renderTables } from './table.js';

try {
  const options = parseOptions(process.argv.slice(2));
  const results = options.show ? await readResults(options.show) : await measureAll(options);
  print(results);
} catch (error) {
  process.stderr.write(`bench: ${errorLine(error)}\n`);
  process.exitCode = error instanceof Problem ? error.exitCode : exitCodes.failed;
}

async function measureAll(options: BenchOptions): Promise<Results> {
  const machine = machineFacts();
  const { engine, tensorflow } = await engineStatus();
  if (engine !== 'native') {
    throw new Problem('there is no native engine to measure', {
      remedy: 'set it up with `digitscope engine install`',
    });
  }
  const peers = await findPeers(options.peers);
  const isDataAlone = options.whats.every((what) => what === 'data');
  for (const name of isDataAlone ? ['OpenCV'] : ['Keras', 'PyTorch']) {
    if (!peers.some((peer) => peer.name === name)) say(`${name} is left out: no --peers has it`);
  }
  const results: Results = {
    machine,
    versions: [`Digitscope on TensorFlow ${tensorflow}`, ...peers.flatMap((peer) => peer.versions)],
    rounds: options.rounds,
    images: options.images,
    figures: [],
  };
  for (const what of options.whats) {
    results.figures.push(...(await measure(what, contestants(what, options, peers), options)));
    await writeResults(options.json, results);
  }
  say(`results are in ${options.json}`);
  return results;
}

function contestants(what: What, options: BenchOptions, all: readonly Peer[]): Contestant[] {
  const peers = all.filter(({ name }) => (name === 'OpenCV') === (what === 'data'));
  switch (what) {
    case 'train':
    case 'infer':
      return speed(what, options, peers);
    case 'accuracy':
      return accuracy(options, peers);
    case 'memory':
      return memory(options, peers);
    case 'start':
      return start(options, peers);
    case 'terminal':
      return terminal();
    case 'viewers':
      return viewers();
    case 'long-log':
      return longLog();
    case 'data':
      return data(options, peers);
    case 'realworld':
      return realWorld(options);
  }
}

async function measure(
  what: What,
  all: readonly Contestant[],
  { rounds }: BenchOptions,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const { name, measure } of all) {
      say(`${what}, round ${round} of ${rounds}: ${name}`);
      const figures = await measure(round);
      measured.push(...figures.map((figure) => ({ what, round, ...figure })));
    }
  }
  return measured;
}

function print({ machine, versions, rounds, figures }: Results): void {
  const lines = [
    `${describeMachine(machine)}.`,
    `${versions.join(', ')}. ${rounds === 1 ? 'One round' : `Medians of ${rounds} rounds`}.`,
    '',
    renderTables(summarise(figures)),
  ];
  process.stdout.write(lines.join('\n'));
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
