import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../core/problem.js';
import { isEpochKept } from '../core/run/kept-epochs.js';
import { writeFileWhole } from '../files/write-whole.js';
import type { Network } from '../model/network.js';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors.js';
import type { Weights } from '../model/weights.js';
import { readRunNetwork } from './runs/run-network.js';

/**
 * The weights of a run, in its folder's `checkpoints`: the best in `best.safetensors`, those after each epoch in
 * `epoch-0001.safetensors` and so on. Of a long run some epochs are let go (`isEpochKept`).
 */
export class KeptWeights {
  readonly #folder: string;
  readonly network: Network;

  /** @param run the folder of the run */
  constructor(run: string, network: Network) {
    this.#folder = join(run, checkpoints);
    this.network = network;
  }

  /** The weights of a run that is there, by the network that it was begun with. */
  static async of(run: string): Promise<KeptWeights> {
    return new KeptWeights(run, await readRunNetwork(run));
  }

  /** Keeps the best weights so far; @returns the file's name within the run's folder. */
  async writeBest(weights: Weights): Promise<string> {
    return this.#write(bestFile, weights);
  }

  /** Keeps the weights after an epoch; @returns the file's name within the run's folder. */
  async writeEpoch(epoch: number, weights: Weights): Promise<string> {
    const file = await this.#write(epochFile(epoch), weights);
    const outdated = (await this.epochs()).filter((kept) => !isEpochKept(kept, epoch));
    for (const each of outdated) await rm(join(this.#folder, epochFile(each)), { force: true });
    return file;
  }

  /** Epochs that are kept, in order; none where the run has no checkpoints. */
  async epochs(): Promise<number[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .map((name) => Number(epochPattern.exec(name)?.[1] ?? Number.NaN))
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
  }

  /**
   * @param epoch the best where none is given
   * @returns the weights, and the bytes of their file
   * @throws Problem where they are not kept, or damaged
   */
  async read(epoch?: number): Promise<{ weights: Weights; bytes: Buffer }> {
    const file = this.#file(epoch);
    const bytes = await readFile(file).catch((cause) => {
      const which = epoch === undefined ? 'best weights' : `weights of epoch ${epoch}`;
      throw new Problem(`the ${which} of this run are not kept`, {
        remedy: 'choose another run, or train one anew',
        cause,
      });
    });
    return { weights: decodeSafetensors(this.network, bytes, file), bytes };
  }

  #file(epoch: number | undefined): string {
    return join(this.#folder, epoch === undefined ? bestFile : epochFile(epoch));
  }

  async #write(name: string, weights: Weights): Promise<string> {
    await writeFileWhole(join(this.#folder, name), encodeSafetensors(this.network, weights));
    return join(checkpoints, name);
  }
}

const checkpoints = 'checkpoints';
const bestFile = 'best.safetensors';
const epochPattern = /^epoch-(\d+)\.safetensors$/;

function epochFile(epoch: number): string {
  return `epoch-${String(epoch).padStart(4, '0')}.safetensors`;
}
