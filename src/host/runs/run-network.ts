import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '../../files/write-whole.js';
import { digitNetwork, type Network } from '../../model/network.js';
import { parseNetwork } from '../../model/network-schema.js';

/** The network of a run: the one in its folder, or ours where there is none. @throws Problem where it cannot be read */
export async function readRunNetwork(folder: string): Promise<Network> {
  const file = join(folder, networkFile);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? digitNetwork : parseNetwork(JSON.parse(text), file);
}

/** Keeps the network that a run begins with, where it is not ours. */
export async function writeRunNetwork(folder: string, network: Network): Promise<void> {
  if (network === digitNetwork) return;
  await writeFileWhole(join(folder, networkFile), `${JSON.stringify(network, null, 2)}\n`);
}

const networkFile = 'network.json';
