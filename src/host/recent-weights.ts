import type { WeightsRef } from './protocol.js';
import { type FoundWeights, findWeights } from './weights-origin.js';
import type { Workspace } from './workspace.js';

/** Milliseconds for which weights are taken to be as they were; then they are looked at again, behind an answer. */
const trustedFor = 1000;
/** After so long nobody is in the middle of anything: what was found is looked for anew. */
const forgottenAfter = 5000;
/** A megabyte each. */
const kept = 8;

interface Known {
  found: FoundWeights;
  /** When it was read. */
  at: number;
}

/**
 * Weights for who asks many times a second, as a stroke that grows does: only the first question waits for the disk.
 * Beside a training that is a quarter of a second, for each step of reading waits for a step of the training.
 */
export class RecentWeights {
  readonly #workspace: Workspace;
  /** By what was asked for; the one that was used last is the last. */
  readonly #known = new Map<string, Known>();
  readonly #beingRead = new Map<string, Promise<FoundWeights>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** @throws Problem where they are not there or are damaged */
  async find(ref: WeightsRef): Promise<FoundWeights> {
    const key = JSON.stringify(ref);
    const known = this.#known.get(key);
    const age = known ? performance.now() - known.at : Number.POSITIVE_INFINITY;
    if (!known || age > forgottenAfter) return this.#read(key, ref);
    this.#known.delete(key);
    this.#known.set(key, known);
    // What has become of them is said to the next question.
    if (age > trustedFor) this.#read(key, ref).catch(() => undefined);
    return known.found;
  }

  /** One reading at a time of the same. */
  #read(key: string, ref: WeightsRef): Promise<FoundWeights> {
    const reading = this.#beingRead.get(key) ?? this.#readNow(key, ref);
    this.#beingRead.set(key, reading);
    return reading;
  }

  async #readNow(key: string, ref: WeightsRef): Promise<FoundWeights> {
    try {
      const found = await findWeights(this.#workspace, ref);
      this.#known.set(key, { found, at: performance.now() });
      const [oldest] = this.#known.keys();
      if (this.#known.size > kept && oldest !== undefined) this.#known.delete(oldest);
      return found;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    } finally {
      this.#beingRead.delete(key);
    }
  }
}
